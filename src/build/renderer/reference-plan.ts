import { readFileSync } from 'node:fs';
import type { PageLocals, SiteView } from '../../view/site.ts';

/** A plan on disk: the site, and every page with its view. */
export interface ReferencePlan {
  readonly site: SiteView;
  readonly pages: readonly { readonly path: string; readonly view: unknown }[];
}

let plan: { site: SiteView; views: ReadonlyMap<string, unknown> } | undefined;

/** The plan that the environment variable `DBT_WORKBENCH_REFERENCE_PLAN` points to. */
function loadPlan(): { site: SiteView; views: ReadonlyMap<string, unknown> } {
  if (plan === undefined) {
    const file = process.env.DBT_WORKBENCH_REFERENCE_PLAN ?? '';
    const { site, pages } = JSON.parse(readFileSync(file, 'utf8')) as ReferencePlan;
    plan = { site, views: new Map(pages.map((page) => [page.path, page.view])) };
  }
  return plan;
}

/**
 * Astro's static paths for one dynamic route: those of the plan's pages that it matches. A page
 * that two routes match is rendered by the one that Astro ranks higher, as in the engine.
 *
 * @param routePattern e.g. `/models/[slug]` or `/[...path]`
 */
export function staticPaths(
  routePattern: string,
): { params: Record<string, string | undefined> }[] {
  const names: string[] = [];
  const segments = routePattern.split('/').filter((segment) => segment !== '');
  const pattern = new RegExp(
    `^${segments.map((segment) => expression(segment, names)).join('')}/$`,
  );
  return [...loadPlan().views.keys()].flatMap((path) => {
    const match = pattern.exec(path);
    if (match === null) return [];
    return [{ params: Object.fromEntries(names.map((name, at) => [name, match[at + 1]])) }];
  });
}

/** A regular expression for one segment of a route, with the slash before it. */
function expression(segment: string, names: string[]): string {
  const rest = /^\[\.\.\.(.+)\]$/.exec(segment)?.[1];
  if (rest !== undefined) {
    names.push(rest);
    return '(?:/(.+))?';
  }
  const parts = segment.split(/(\[[^\]]+\])/).map((part) => {
    const name = /^\[(.+)\]$/.exec(part)?.[1];
    if (name === undefined) return part.replace(/[.*+?^${}()|\\]/g, '\\$&');
    names.push(name);
    return '([^/]+)';
  });
  return `/${parts.join('')}`;
}

/**
 * What a route finds in `Astro.locals`; undefined when the plan has no such page (a static route
 * that this project does not need).
 *
 * @param path the pathname that Astro asks for, e.g. `/models/` or `/404/`
 */
export function localsOf(path: string): PageLocals | undefined {
  const { site, views } = loadPlan();
  const key = /^\/404(\/|\.html)?$/.test(path) ? '/404.html' : path;
  return views.has(key) ? { site, view: views.get(key) } : undefined;
}
