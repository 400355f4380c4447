import { displayName } from '../project/display-name.ts';
import type { Repository } from '../config/repository-schema.ts';
import type { Project } from '../project/project.ts';
import type { Resource } from '../project/resource.ts';
import type { RunSummary } from '../runs/run.ts';
import { ownerDesks, tagDesks } from './desks/desk.ts';
import { collectionOf } from './collection.ts';
import type { ResourceLink } from './resource-link.ts';
import { slug, slugs } from './slug.ts';
import { sourceLinks, type SourceLink } from './source-links.ts';

/** Where everything is. Paths stand below the base (`/models/`), hrefs include it (`/docs/models/`). */
export interface Links {
  /** The href of a path. */
  readonly href: (path: string) => string;
  /** The path of a resource's own page; null where it has none. */
  pagePath(uniqueId: string): string | null;
  /** The output file of a resource's JSON twin, without a leading slash; null where it has none. */
  jsonFile(uniqueId: string): string | null;
  /** The href of a resource's JSON twin, or of the twin of the page that it stands on. */
  jsonHref(uniqueId: string): string | null;
  /** How other pages name a resource; the id itself where the project doesn't contain it. */
  link(uniqueId: string): ResourceLink;
  links(uniqueIds: readonly string[]): ResourceLink[];
  /** The desk of an owner or a tag; null where nothing stands on it. */
  ownerHref(name: string): string | null;
  tagHref(name: string): string | null;
  /** Where a resource's files lie in the repository of its code; none where that isn't configured. */
  sourceLinks(resource: Resource): SourceLink[];
  runPath(runId: string): string;
  runHref(runId: string): string;
}

export interface LinkOptions {
  /** Begins and ends with a slash. */
  readonly base: string;
  /** Pages for macros of installed packages too. */
  readonly packageMacros: boolean;
  /** Where the project's code lies, for links to it. */
  readonly repository?: Repository | null;
}

/** Gives every resource and run its URL. */
export function createLinks(
  project: Project,
  runs: readonly RunSummary[],
  options: LinkOptions,
): Links {
  const segments = pageSegments(project, options.packageMacros);
  const ownerSlugs = slugs(ownerDesks(project).map(({ name }) => name));
  const tagSlugs = slugs(tagDesks(project).map(({ name }) => name));
  const runSlugs = slugs(runs.map((run) => run.id));
  const href = (path: string): string => `${options.base}${path.slice(1)}`;

  const pagePath = (uniqueId: string): string | null => {
    const segment = segments.get(uniqueId);
    return segment === undefined ? null : `/${segment}/`;
  };
  const ownHref = (uniqueId: string): string | null => {
    const path = pagePath(uniqueId);
    return path === null ? null : href(path);
  };
  const homeOf = (uniqueId: string): string => {
    const resource = project.resources.get(uniqueId);
    return resource?.details.kind === 'test' && !segments.has(uniqueId)
      ? (resource.details.attachedNode ?? uniqueId)
      : uniqueId;
  };
  const link = (uniqueId: string): ResourceLink => {
    const resource = project.resources.get(uniqueId);
    if (resource === undefined) {
      const [resourceType = '', , ...name] = uniqueId.split('.');
      return { uniqueId, name: name.join('.') || uniqueId, resourceType, href: null };
    }
    const home = homeOf(uniqueId);
    const homeHref = ownHref(home);
    return {
      uniqueId,
      name: displayName(resource),
      resourceType: resource.resourceType,
      href:
        home === uniqueId || homeHref === null ? homeHref : `${homeHref}#${testAnchor(uniqueId)}`,
    };
  };
  const jsonFile = (uniqueId: string): string | null => {
    const segment = segments.get(uniqueId);
    return segment === undefined ? null : `${segment}.json`;
  };

  return {
    href,
    pagePath,
    jsonFile,
    jsonHref: (uniqueId) => {
      const file = jsonFile(homeOf(uniqueId));
      return file === null ? null : href(`/${file}`);
    },
    link,
    links: (uniqueIds) => uniqueIds.map(link),
    ownerHref: (name) => {
      const segment = ownerSlugs.get(name);
      return segment === undefined ? null : href(`/owners/${segment}/`);
    },
    tagHref: (name) => {
      const segment = tagSlugs.get(name);
      return segment === undefined ? null : href(`/tags/${segment}/`);
    },
    sourceLinks: (resource) =>
      sourceLinks(resource, options.repository ?? null, project.facts.name),
    runPath: (runId) => `/runs/${runSlugs.get(runId) ?? slug(runId)}/`,
    runHref: (runId) => href(`/runs/${runSlugs.get(runId) ?? slug(runId)}/`),
  };
}

/** The anchor of a test on the page of what it tests. */
export function testAnchor(uniqueId: string): string {
  return `test-${slug(uniqueId)}`;
}

/** unique_id → `models/model.shop.orders` for everything that has a page of its own. */
function pageSegments(project: Project, packageMacros: boolean): Map<string, string> {
  const idsOfCollection = new Map<string, string[]>();
  for (const resource of project.resources.values()) {
    if (!hasPage(resource, project, packageMacros)) continue;
    const { path } = collectionOf(resource.resourceType);
    const ids = idsOfCollection.get(path);
    if (ids) ids.push(resource.uniqueId);
    else idsOfCollection.set(path, [resource.uniqueId]);
  }
  const segments = new Map<string, string>();
  for (const [path, ids] of idsOfCollection) {
    for (const [id, segment] of slugs(ids)) segments.set(id, `${path}/${segment}`);
  }
  return segments;
}

function hasPage(resource: Resource, project: Project, packageMacros: boolean): boolean {
  const { details } = resource;
  if (details.kind === 'macro') return packageMacros || resource.packageName === project.facts.name;
  // A generic test is an anchor on the page of what it tests, where that is known.
  return !(details.kind === 'test' && details.isGeneric && details.attachedNode !== null);
}
