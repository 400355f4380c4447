import { lineageFile, lineageNodeFile } from '../../emit/json/lineage-files.ts';
import { buildLineagePages } from '../../view/build-lineage-pages.ts';
import { slugs } from '../../view/slug.ts';
import type { SiteOutput } from '../output.ts';
import { json, page } from './make-output.ts';
import type { PlanScope } from './plan-scope.ts';

/** The lineage of the project, and the neighbourhood of each node. */
export function* lineageOutputs({ context, prints }: PlanScope): Generator<SiteOutput> {
  for (const { path, view } of buildLineagePages(context)) yield page(path, view);
  yield json('lineage/index.json', lineageFile(context));
  for (const [id, segment] of slugs(context.graph.ids)) {
    const file = `lineage/${segment}.json`;
    yield {
      kind: 'keyed',
      file,
      key: prints.ofNeighbourhood(id),
      make: () => json(file, lineageNodeFile(id, context)),
    };
  }
}
