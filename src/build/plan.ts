import type { ArtifactSet } from '../artifacts/artifact-set.ts';
import type { Repository } from '../config/repository-schema.ts';
import type { RobotsMode } from '../config/schema.ts';
import { CONTRACT, jsonSchema, openApi } from '../emit/contract.ts';
import { lineageFile, lineageNodeFile } from '../emit/json/lineage-files.ts';
import { listFiles } from '../emit/json/list-file.ts';
import { resourceFile } from '../emit/json/resource-file.ts';
import { runFile, runsFiles } from '../emit/json/run-files.ts';
import { artifactsFile, buildFile, indexFile } from '../emit/json/site-files.ts';
import type { HealthConfig } from '../config/health.ts';
import { llmsTxt } from '../emit/markdown/llms-txt.ts';
import { robotsTxt } from '../emit/robots-txt.ts';
import type { Diagnostic } from '../errors/diagnostic.ts';
import { HEALTH_STATES } from '../health/health.ts';
import { deskWords } from '../messages/desks.ts';
import { healthPageWords } from '../messages/health-page.ts';
import type { Project } from '../project/project.ts';
import type { Resource } from '../project/resource.ts';
import type { Run } from '../runs/run.ts';
import type { Endpoint } from '../view/artifacts-page.ts';
import { buildArtifactsPage } from '../view/build-artifacts-page.ts';
import { buildHomePage } from '../view/build-home-page.ts';
import { buildLineagePages } from '../view/build-lineage-pages.ts';
import { buildList } from '../view/build-list.ts';
import { buildNotFoundPage } from '../view/build-not-found-page.ts';
import { buildRunPages } from '../view/build-run-pages.ts';
import { buildRunsPages } from '../view/build-runs-pages.ts';
import {
  COLLECTIONS,
  type Collection,
  collectionOf,
  OTHER_COLLECTION,
} from '../view/collection.ts';
import { createViewContext, type ViewContext } from '../view/context.ts';
import { type Desk, ownerDesks, tagDesks } from '../view/desks/desk.ts';
import { createFingerprints, type Fingerprints } from '../view/fingerprint.ts';
import { buildHealthChecks, type HealthChecks } from '../view/health/build-health-checks.ts';
import type { ResourcePageView } from '../view/resource-page.ts';
import { buildResourcePage } from '../view/resource/build-resource-page.ts';
import type { NavGroup, SiteView } from '../view/site.ts';
import { slugs } from '../view/slug.ts';
import { withSitemap } from './sitemap.ts';
import type { BrandFiles } from './brand-files.ts';
import { deskOutputs, healthOutputs } from './health-outputs.ts';
import { json, page, text } from './make-output.ts';
import { withMarkdownTwins } from './markdown-twins.ts';
import { pageFile, type ArtifactOutput, type SiteOutput } from './output.ts';

/** What a site is made from, read and modelled. */
export interface PlanInput {
  readonly artifacts: Pick<ArtifactSet, 'files' | 'catalog'>;
  readonly diagnostics: readonly Diagnostic[];
  readonly project: Project;
  readonly runs: readonly Run[];
  /** The site's title; the project's name where it is null. */
  readonly title: string | null;
  readonly base: string;
  readonly siteUrl: string | null;
  readonly packageMacros: boolean;
  readonly health: HealthConfig;
  readonly robots: RobotsMode;
  readonly markdown: boolean;
  readonly repository: Repository | null;
  readonly brand: BrandFiles;
  /** `dbt-workbench 0.1.0`. */
  readonly generator: string;
  /** The artifacts' files that the site carries, by path relative to the artifacts. */
  readonly published: readonly (ArtifactOutput & { readonly path: string })[];
}

/** Everything that a build writes. Outputs are made when they are asked for, so that few are in memory at once. */
export interface SitePlan {
  readonly site: SiteView;
  readonly outputs: Iterable<SiteOutput>;
  /** What the page of health shows, for a check without a build. */
  readonly health: () => HealthChecks;
}

interface ListedCollection {
  readonly collection: Collection;
  /** Sorted by unique_id. */
  readonly resources: readonly Resource[];
}

/** Plans a site: which pages and files there are, and what they show. */
export function planSite(input: PlanInput): SitePlan {
  const context = createViewContext(input.project, input.runs, input, input.health);
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
  const outputs = withSitemap(outputsOf(input, site, lists, context), site);
  return {
    site,
    outputs: site.hasMarkdown ? withMarkdownTwins(outputs, site.base) : outputs,
    health: () => buildHealthChecks(context, input.siteUrl),
  };
}

function* outputsOf(
  input: PlanInput,
  site: SiteView,
  lists: readonly ListedCollection[],
  context: ViewContext,
): Generator<SiteOutput> {
  const counts = lists.map(({ collection, resources }) => ({
    collection,
    count: resources.length,
  }));
  const { links, history } = context;
  const prints = createFingerprints(context);

  // First, so that one worker masks the manifest while others and this thread go on with the pages.
  yield* input.published;
  yield* input.brand.outputs;
  yield page('/', buildHomePage(site.title, counts, context));
  yield text('robots.txt', robotsTxt(site));
  if (site.hasMarkdown) {
    const labels = counts.map(({ collection: { plural: label, path }, count }) => ({
      label,
      path,
      count,
    }));
    yield text('llms.txt', llmsTxt(site, labels));
  }
  yield json('index.json', indexFile(site, counts, context));
  yield page(
    '/404.html',
    buildNotFoundPage(
      counts.map(({ collection }) => collection),
      context,
    ),
  );

  for (const { collection, resources } of lists) {
    const list = buildList(collection, resources, context);
    for (const { path, view } of list.pages) yield page(path, view);
    yield text(list.csv.file, list.csv.text);
    for (const { file, data } of listFiles(collection, resources, context)) yield json(file, data);
    for (const resource of resources) yield* resourceOutputs(resource, context, prints);
  }

  for (const { path, view } of buildRunsPages(context)) yield page(path, view);
  for (const { file, data } of runsFiles(context)) yield json(file, data);
  for (const [index, run] of history.runs.entries()) {
    for (const { path, view } of buildRunPages(run, index, context)) yield page(path, view);
    yield json(`${links.runPath(run.id).slice(1, -1)}.json`, runFile(run, context));
  }

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

  yield* healthOutputs(context);
  yield* deskOutputs(context);

  const artifacts = buildArtifactsPage(
    {
      files: input.artifacts.files,
      diagnostics: input.diagnostics,
      catalogIds:
        input.artifacts.catalog === null
          ? null
          : [...input.artifacts.catalog.nodes, ...input.artifacts.catalog.sources].map(
              (table) => table.unique_id,
            ),
      endpoints: endpointsOf(lists, context),
      published: new Map(input.published.map(({ path, file }) => [path, links.href(`/${file}`)])),
    },
    context,
  );
  yield page('/artifacts/', artifacts);
  yield json('artifacts/index.json', artifactsFile(artifacts, input.diagnostics));
  yield json('build.json', buildFile(site, counts, artifacts, input.diagnostics, context));

  const origin = site.siteUrl ?? '';
  for (const entry of CONTRACT) {
    const file = `schemas/${entry.name}.json`;
    yield json(file, jsonSchema(entry, `${origin}${links.href(`/${file}`)}`));
  }
  yield json(
    'openapi.json',
    openApi(site.title, `${origin}${site.base.slice(0, -1)}` || '/', (name) =>
      links.href(`/schemas/${name}.json`),
    ),
  );
}

function* resourceOutputs(
  resource: Resource,
  context: ViewContext,
  prints: Fingerprints,
): Generator<SiteOutput> {
  const path = context.links.pagePath(resource.uniqueId);
  const file = context.links.jsonFile(resource.uniqueId);
  if (path === null || file === null) return;
  const key = prints.ofPage(resource);
  // Page and twin show the same view; most builds need neither.
  let made: ResourcePageView | null = null;
  const view = (): ResourcePageView => (made ??= buildResourcePage(resource, path, context));
  yield { kind: 'keyed', file: pageFile(path), key, make: () => page(path, view()) };
  yield {
    kind: 'keyed',
    file,
    key,
    make: () => json(file, resourceFile(resource, view(), context)),
  };
}

/** The lists that the project has something for, in the order of the navigation. */
function listedCollections(context: ViewContext): ListedCollection[] {
  const byPath = new Map<string, Resource[]>();
  for (const resource of context.project.resources.values()) {
    // Hundreds of macros come with dbt and its packages; the list holds those that have a page.
    if (resource.resourceType === 'macro' && context.links.pagePath(resource.uniqueId) === null)
      continue;
    const { path } = collectionOf(resource.resourceType);
    const list = byPath.get(path);
    if (list) list.push(resource);
    else byPath.set(path, [resource]);
  }
  return [...COLLECTIONS, OTHER_COLLECTION].flatMap((collection) => {
    const resources = byPath.get(collection.path);
    return resources === undefined ? [] : [{ collection, resources }];
  });
}

function navigation(lists: readonly ListedCollection[], context: ViewContext): NavGroup[] {
  const { href } = context.links;
  return [
    {
      label: 'Project',
      items: [
        { label: 'Home', href: href('/') },
        { label: 'Runs', href: href('/runs/') },
        { label: 'Lineage', href: href('/lineage/') },
        { label: healthPageWords.title, href: href('/health/') },
        { label: 'Artifacts', href: href('/artifacts/') },
      ],
    },
    {
      label: 'Resources',
      items: lists.map(({ collection }) => ({
        label: collection.plural,
        href: href(`/${collection.path}/`),
      })),
    },
    ...deskNavigation(context),
  ];
}

function deskNavigation({ project, links }: ViewContext): NavGroup[] {
  const items = [
    ...(ownerDesks(project).length > 0
      ? [{ label: deskWords.owners, href: links.href('/owners/') }]
      : []),
    ...(tagDesks(project).length > 0
      ? [{ label: deskWords.tags, href: links.href('/tags/') }]
      : []),
  ];
  return items.length === 0 ? [] : [{ label: deskWords.desks, items }];
}

/** The JSON files of this site: each list, and one example of what there are many of. */
function endpointsOf(lists: readonly ListedCollection[], context: ViewContext): Endpoint[] {
  const { links, history, graph } = context;
  return CONTRACT.flatMap(({ name, path, summary }) => {
    const schemaHref = links.href(`/schemas/${name}.json`);
    return examplesOf(name, path).map(([label, href]) => ({
      label: label === '' ? summary : `${summary}: ${label}`,
      href,
      schemaHref,
    }));
  });

  function examplesOf(name: string, path: string): (readonly [label: string, href: string])[] {
    switch (name) {
      case 'list':
        return lists.map(({ collection }) => [
          collection.plural.toLowerCase(),
          links.href(`/${collection.path}/index.json`),
        ]);
      case 'resource':
        return lists.flatMap(({ collection, resources }) => {
          const file = resources
            .map(({ uniqueId }) => links.jsonFile(uniqueId))
            .find((found) => found !== null);
          return file === undefined
            ? []
            : [[collection.singular.toLowerCase(), links.href(`/${file}`)] as const];
        });
      case 'run': {
        const [newest] = history.runs;
        return newest === undefined
          ? []
          : [['the newest', `${links.runHref(newest.id).slice(0, -1)}.json`]];
      }
      case 'health-rule':
        return [['an example', links.href('/health/failing-tests.json')]];
      case 'health-state':
        return HEALTH_STATES.map((state) => [state, links.href(`/health/states/${state}.json`)]);
      case 'owners':
      case 'owner':
        return deskExamples(name, path, ownerDesks(context.project), (owner) =>
          links.ownerHref(owner),
        );
      case 'tags':
      case 'tag':
        return deskExamples(name, path, tagDesks(context.project), (tag) => links.tagHref(tag));
      case 'lineage-node': {
        const [first] = slugs(graph.ids).values();
        return first === undefined ? [] : [['an example', links.href(`/lineage/${first}.json`)]];
      }
      default:
        return [['', links.href(path)]];
    }
  }

  /** The list of all desks, or one of them as an example; nothing where there are none. */
  function deskExamples(
    name: string,
    path: string,
    [first]: readonly Desk[],
    hrefOf: (name: string) => string | null,
  ): (readonly [label: string, href: string])[] {
    if (first === undefined) return [];
    if (name.endsWith('s')) return [['', links.href(path)]];
    const href = hrefOf(first.name);
    return href === null ? [] : [['an example', `${href.slice(0, -1)}.json`]];
  }
}
