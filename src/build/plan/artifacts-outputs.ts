import { artifactsFile, buildFile } from '../../emit/json/site-files.ts';
import { buildArtifactsPage, withFewFiles } from '../../view/build-artifacts-page.ts';
import type { SiteOutput } from '../output.ts';
import { endpointsOf } from './endpoints.ts';
import { json, page } from './make-output.ts';
import type { PlanScope } from './plan-scope.ts';

/** What the site was made from, and what is wrong with it. */
export function* artifactsOutputs(scope: PlanScope): Generator<SiteOutput> {
  const { input, site, lists, counts, context } = scope;
  const { files, catalog } = input.artifacts;
  const { href } = context.links;
  const view = buildArtifactsPage(
    {
      files,
      diagnostics: input.diagnostics,
      catalogIds:
        catalog === null
          ? null
          : [...catalog.nodes, ...catalog.sources].map((table) => table.unique_id),
      endpoints: endpointsOf(lists, context, input.live),
      statusHref: input.live ? href('/-/status.json') : null,
      published: new Map(input.published.map(({ path, file }) => [path, href(`/${file}`)])),
    },
    context,
  );
  yield page('/artifacts/', withFewFiles(view));
  yield json('artifacts/index.json', artifactsFile(view, input.diagnostics));
  yield json('build.json', buildFile(site, counts, view, input.diagnostics, context));
}
