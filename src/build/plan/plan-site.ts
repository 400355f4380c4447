import { createViewContext } from '../../view/context.ts';
import { createFingerprints } from '../../view/fingerprint.ts';
import { buildHealthChecks, type HealthChecks } from '../../view/health/build-health-checks.ts';
import type { SiteView } from '../../view/site.ts';
import type { SiteOutput } from '../output.ts';
import { artifactsOutputs } from './artifacts-outputs.ts';
import { contractOutputs } from './contract-outputs.ts';
import { deskOutputs } from './desk-outputs.ts';
import { healthOutputs } from './health-outputs.ts';
import { lineageOutputs } from './lineage-outputs.ts';
import { listedCollections } from './listed-collections.ts';
import { withMarkdownTwins } from './markdown-twins.ts';
import { navigation } from './navigation.ts';
import type { PlanInput } from './plan-input.ts';
import type { OutputFamily, PlanScope } from './plan-scope.ts';
import { resourceOutputs } from './resource-outputs.ts';
import { runOutputs } from './run-outputs.ts';
import { siteOutputs } from './site-outputs.ts';
import { withSitemap } from './sitemap.ts';

/** Everything that a build writes. Outputs are made when they are asked for, so that few are in memory at once. */
export interface SitePlan {
  readonly site: SiteView;
  readonly outputs: Iterable<SiteOutput>;
  /** What the page of health shows, for a check without a build. */
  readonly health: () => HealthChecks;
}

/** All that a site is made of, in the order in which it is made. */
const FAMILIES: readonly OutputFamily[] = [
  // First, so that one worker masks the manifest while others and this thread go on with the pages.
  ({ input }) => input.published,
  ({ input }) => input.brand.outputs,
  siteOutputs,
  resourceOutputs,
  runOutputs,
  lineageOutputs,
  healthOutputs,
  deskOutputs,
  artifactsOutputs,
  contractOutputs,
];

/** Plans a site: which pages and files there are, and what they show. */
export function planSite(input: PlanInput): SitePlan {
  const context = createViewContext(input.project, input.history, input, input.health);
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
  const counts = lists.map(({ collection, resources }) => ({
    collection,
    count: resources.length,
  }));
  const outputs = withSitemap(allOutputs({ input, site, lists, counts, context }), site);
  return {
    site,
    outputs: site.hasMarkdown ? withMarkdownTwins(outputs, site.base) : outputs,
    health: () => buildHealthChecks(context, input.siteUrl),
  };
}

function* allOutputs(parts: Omit<PlanScope, 'prints'>): Generator<SiteOutput> {
  const scope = { ...parts, prints: createFingerprints(parts.context) };
  for (const family of FAMILIES) yield* family(scope);
}
