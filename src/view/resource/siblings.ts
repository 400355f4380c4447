import { byText } from '../../project/order.ts';
import type { Resource } from '../../project/resource.ts';
import { RESOURCE } from '../../messages/resource.ts';
import { collectionOf } from '../collection.ts';
import { digest } from '../digest.ts';
import type { ViewContext } from '../context.ts';
import { displayName } from '../../project/display-name.ts';
import type { NearbyView } from '../resource-page.ts';
import { foldersOf } from './folders.ts';

/** How many of a folder a page names; a window around the resource where there are more. */
const MOST_NEARBY = 50;

interface Index {
  /** Folder → what lies in it, in the order of names. */
  readonly folders: ReadonlyMap<string, readonly Resource[]>;
  /** unique_id → its place in its folder. */
  readonly places: ReadonlyMap<string, number>;
  /** Package and source → its tables, in the order of names. */
  readonly sources: ReadonlyMap<string, readonly Resource[]>;
}

const indexes = new WeakMap<ViewContext, Index>();

/** What lies in the same folder as a resource; null for what has no page or lies alone. */
export function nearbyView(resource: Resource, context: ViewContext): NearbyView | null {
  const { folder, place } = placeOf(resource, context);
  if (place === null || folder.length < 2) return null;
  const start = windowStart(place, folder.length);
  const link = (other: Resource | undefined) =>
    other === undefined ? null : context.links.link(other.uniqueId);
  const collection = collectionOf(resource.resourceType);
  return {
    label: foldersOf(resource).join(' / ') || collection.plural,
    items: folder.slice(start, start + MOST_NEARBY).map((other) => ({
      name: shortName(other),
      href: context.links.link(other.uniqueId).href ?? '',
      isSelf: other.uniqueId === resource.uniqueId,
    })),
    hasMore: folder.length > MOST_NEARBY,
    listHref: context.links.href(`/${collection.path}/`),
    listLabel: RESOURCE.nearby.all(collection.plural),
    previous: link(folder[place - 1]),
    next: link(folder[place + 1]),
  };
}

/** Equal as long as what `nearbyView` tells is; cheap, as most folders have one answer for all in them. */
export function nearbyFingerprint(context: ViewContext): (resource: Resource) => string {
  const known = new WeakMap<readonly Resource[], Stretches>();
  const lineOf = (other: Resource): string =>
    `${shortName(other)}\t${context.links.link(other.uniqueId).href}`;
  const stretchesOf = (folder: readonly Resource[]): Stretches => {
    const stretches = known.get(folder) ?? stretchesIn(folder.map(lineOf));
    known.set(folder, stretches);
    return stretches;
  };
  return (resource) => {
    const { folder, place } = placeOf(resource, context);
    if (place === null) return '';
    const { prints, at } = stretchesOf(folder);
    if (folder.length <= MOST_NEARBY) return prints.join();
    const start = windowStart(place, folder.length);
    // One more on each side, as the next and the previous may lie outside.
    const first = at[Math.max(0, start - 1)] ?? 0;
    const last = at[start + MOST_NEARBY] ?? prints.length;
    return `more ${prints.slice(first, last + 1).join()}`;
  };
}

/** A folder in stretches, each with a hash for all of it. */
interface Stretches {
  readonly prints: readonly string[];
  /** The stretch of each line. */
  readonly at: readonly number[];
}

/**
 * Cuts lines into stretches of some sixteen. A line's own hash says whether one ends with it, so that what comes or goes
 * changes the stretch that it is in and no other.
 */
function stretchesIn(lines: readonly string[]): Stretches {
  const prints: string[] = [];
  const at: number[] = [];
  let open: string[] = [];
  for (const line of lines) {
    open.push(line);
    at.push(prints.length);
    if (!/^[A-D]/.test(digest(line))) continue;
    prints.push(digest(open.join('\n')));
    open = [];
  }
  if (open.length > 0) prints.push(digest(open.join('\n')));
  return { prints, at };
}

/** The tables of the source that a table belongs to, itself included, in the order of names. */
export function tablesOfSource(resource: Resource, context: ViewContext): readonly Resource[] {
  return indexOf(context).sources.get(sourceKey(resource)) ?? [];
}

function placeOf(
  resource: Resource,
  context: ViewContext,
): { readonly folder: readonly Resource[]; readonly place: number | null } {
  const { folders, places } = indexOf(context);
  const folder = folders.get(folderKey(resource)) ?? [];
  return { folder, place: places.get(resource.uniqueId) ?? null };
}

function windowStart(place: number, size: number): number {
  return Math.max(0, Math.min(place - MOST_NEARBY / 2, size - MOST_NEARBY));
}

function indexOf(context: ViewContext): Index {
  const known = indexes.get(context);
  if (known !== undefined) return known;
  const shown = [...context.project.resources.values()].filter(
    ({ uniqueId, isShown }) => isShown && context.links.pagePath(uniqueId) !== null,
  );
  const folders = Map.groupBy(shown, folderKey);
  const places = new Map<string, number>();
  for (const list of folders.values()) {
    list.sort(byName);
    list.forEach(({ uniqueId }, at) => places.set(uniqueId, at));
  }
  const sources = Map.groupBy(
    shown.filter(({ details }) => details.kind === 'source'),
    sourceKey,
  );
  for (const list of sources.values()) list.sort(byName);
  const index = { folders, places, sources };
  indexes.set(context, index);
  return index;
}

function byName(a: Resource, b: Resource): number {
  return byText(displayName)(a, b) || byText((r: Resource) => r.uniqueId)(a, b);
}

function folderKey(resource: Resource): string {
  const { path } = collectionOf(resource.resourceType);
  return [path, resource.packageName, ...foldersOf(resource)].join('\n');
}

function sourceKey({ packageName, details }: Resource): string {
  return details.kind === 'source' ? `${packageName}\n${details.sourceName}` : '';
}

/** A table without its source, which is the folder's name already. */
function shortName(resource: Resource): string {
  return resource.details.kind === 'source' ? resource.name : displayName(resource);
}
