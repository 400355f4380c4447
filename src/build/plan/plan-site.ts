import { createViewContext } from '../../view/context.ts';
import { digest } from '../../view/digest.ts';
import { createFingerprints } from '../../view/fingerprint.ts';
import { buildHealthChecks, type HealthChecks } from '../../view/health/build-health-checks.ts';
import type { SiteView } from '../../view/site.ts';
import type { SiteOutput } from '../output.ts';
import { artifactsOutputs } from './artifacts-outputs.ts';
import { contractOutputs } from './contract-outputs.ts';
import { deskOutputs } from './desk-outputs.ts';
import { feedOutputs } from './feed-outputs.ts';
import { healthOutputs } from './health-outputs.ts';
import { lineageOutputs } from './lineage-outputs.ts';
import { group } from './make-output.ts';
import { listedCollections } from './listed-collections.ts';
import { withMarkdownTwins } from './markdown-twins.ts';
import { navigation } from './navigation.ts';
import type { PlanInput } from './plan-input.ts';
import type { OutputFamily, PlanScope } from './plan-scope.ts';
import { resourceOutputs } from './resource-outputs.ts';
import { runOutputs } from './run-outputs.ts';
import { searchOutputs } from './search-outputs.ts';
import { siteOutputs } from './site-outputs.ts';
import { sitemap } from './sitemap.ts';

/** Everything that a build writes. Outputs are made when they are asked for, so that few are in memory at once. */
export interface SitePlan {
  readonly site: SiteView;
  readonly outputs: Iterable<SiteOutput>;
  /** What the page of health shows, for a check without a build. */
  readonly health: () => HealthChecks;
}

/** All that a site is made of, in the order in which it is made. */
const FAMILIES: readonly OutputFamily[] = [
  // First: its indexes are made by a thread of their own while this one goes on.
  { name: 'search', outputs: searchOutputs },
  { name: 'site', outputs: siteOutputs },
  // Early, as its page takes long to render: others are made meanwhile.
  { name: 'artifacts', outputs: artifactsOutputs },
  { name: 'resources', outputs: resourceOutputs },
  { name: 'runs', outputs: runOutputs },
  { name: 'lineage', outputs: lineageOutputs },
  // Not before the many: there they cost a first build of 10,000 models a sixth more processor time.
  { name: 'health', outputs: healthOutputs },
  { name: 'desks', outputs: deskOutputs },
  { name: 'feeds', outputs: feedOutputs },
  { name: 'contract', outputs: contractOutputs },
];

/** Plans a site: which pages and files there are, and what they show. */
export function planSite(input: PlanInput): SitePlan {
  const { findings } = input;
  const context = createViewContext(input.project, input.history, input, input.health, () =>
    findings === null ? null : findings.under(prints.ofWordlessRules()),
  );
  const prints = createFingerprints(context);
  const lists = listedCollections(context);
  const site: SiteView = {
    title: input.title ?? input.project.facts.name ?? 'dbt project',
    base: input.base,
    siteUrl: input.siteUrl,
    nav: navigation(lists, context),
    generator: input.generator,
    robots: input.robots,
    hasMarkdown: input.markdown,
    brand: input.brand.view,
  };
  const counts = lists.map(({ collection, listed }) => ({
    collection,
    count: listed.length,
  }));
  const outputs = allOutputs({ input, site, lists, counts, context, prints });
  return {
    site,
    outputs: site.hasMarkdown ? withMarkdownTwins(outputs, site.base) : outputs,
    health: () => buildHealthChecks(context, input.siteUrl),
  };
}

function* allOutputs(scope: PlanScope): Generator<SiteOutput> {
  const { input, site } = scope;
  // First, so that one worker masks the manifest while others and this thread go on with the pages.
  yield* input.published;
  yield* input.brand.outputs;
  // As one text, as each family has it in its key.
  const key = [digest(inputKey(scope).join('\n'))];
  const families = FAMILIES.map(({ name, outputs }) => group(name, key, () => outputs(scope)));
  yield* underSettings(input.settings, families);
  yield* sitemap(site);
}

/** Puts the settings into the key of each group, so that no group has to know which of them it shows. */
function* underSettings(settings: string, outputs: Iterable<SiteOutput>): Generator<SiteOutput> {
  for (const output of outputs) {
    if (output.kind !== 'group') {
      yield output;
      continue;
    }
    const { name, key, make } = output;
    yield group(name, [settings, key], () => underSettings(settings, make()));
  }
}

/** What a site is made from, in short: equal as long as no artifact has changed. */
function inputKey({ input, site, context }: PlanScope): string[] {
  const { artifacts, diagnostics, published } = input;
  const { history, project } = context;
  const { facts, packages, resources } = project;
  return [
    JSON.stringify([artifacts.files, diagnostics, site, facts, packages]),
    ...published.map(({ file, key }) => `${file} ${key}`),
    ...resources.keys(),
    // Not all of them lie among the artifacts.
    ...history.runs.map(({ id }) => history.runKey(id)),
  ];
}
