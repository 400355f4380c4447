import { STATUSES } from '../../messages/statuses.ts';
import { holdsData } from '../../project/resource-types.ts';
import type { ListItem } from './list-item.ts';

/** What a filter can ask for by name: `tag:nightly`. */
export const FIELDS = [
  'name',
  'path',
  'tag',
  'type',
  'status',
  'health',
  'tests',
  'has',
  'missing',
  'owner',
  'group',
  'access',
  'materialized',
  'package',
  'database',
  'schema',
  'severity',
  'maturity',
  'loader',
] as const;
export type Field = (typeof FIELDS)[number];

/** The values of a field, as facets count them; none where an item has none. */
export function fieldValues(item: ListItem, field: Field): readonly string[] {
  switch (field) {
    case 'name':
      return [item.name];
    case 'path':
      return foldersAbove(item.folder);
    case 'tag':
      return item.tags;
    case 'type':
      return [item.own.type ?? item.resourceType];
    case 'status':
      return item.status === null ? [] : [item.status.word];
    case 'health':
      return some(item.health);
    case 'tests':
      return [testsWord(item)];
    case 'has':
      return has(item);
    case 'missing':
      return missing(item);
    case 'severity':
    case 'maturity':
    case 'loader':
      return some(item.own[field]);
    case 'package':
      return [item.packageName];
    case 'owner':
    case 'group':
    case 'access':
    case 'materialized':
    case 'database':
    case 'schema':
      return some(item[field]);
  }
}

/** Other words that a reader may mean the same by: dbt's word for a failed test is `fail`, its kind `error`. */
export function moreValues(item: ListItem, field: Field): readonly string[] {
  switch (field) {
    case 'status':
      return item.status === null ? [] : [item.status.kind];
    case 'type':
      return [item.resourceType];
    case 'path':
      return some(item.filePath);
    default:
      return [];
  }
}

function testsWord({ tests }: ListItem): string {
  if (tests.failing > 0) return 'failing';
  if (tests.warning > 0) return 'warning';
  if (tests.passing > 0) return 'passing';
  return tests.other > 0 ? STATUSES.notRun : 'none';
}

function has(item: ListItem): string[] {
  const { passing, failing, warning, other } = item.tests;
  const things = [
    ['description', isDescribed(item)],
    ['owner', item.owner !== null],
    ['tests', passing + failing + warning + other > 0],
    ['columns', item.columnCount > 0],
    ['undescribed-columns', item.describedCount < item.columnCount],
    ['tags', item.tags.length > 0],
  ] as const;
  return things.filter(([, isSo]) => isSo).map(([name]) => name);
}

/** A label is what something is called, and describes nothing. */
function isDescribed({ summary, own }: ListItem): boolean {
  return summary !== (own.label ?? '');
}

/** What a resource of its kind could have and has not. */
function missing(item: ListItem): string[] {
  const { resourceType } = item;
  const things = [
    ['description', !isDescribed(item)],
    ['tests', holdsData(resourceType) && testsWord(item) === 'none'],
    ['column-descriptions', item.describedCount < item.columnCount],
    ['owner', (holdsData(resourceType) || OWNED.has(resourceType)) && item.owner === null],
  ] as const;
  return things.filter(([, isSo]) => isSo).map(([name]) => name);
}

/** Types without data that somebody answers for all the same. */
const OWNED: ReadonlySet<string> = new Set(['exposure', 'metric', 'semantic_model', 'saved_query']);

/** A folder and all that it lies in, as `path:` finds them: `marts`, `marts/finance`. */
function foldersAbove(folder: string): readonly string[] {
  const known = FOLDERS.get(folder);
  if (known !== undefined) return known;
  const parts = folder.split('/').filter((part) => part !== '');
  const folders = parts.map((_, at) => parts.slice(0, at + 1).join('/'));
  FOLDERS.set(folder, folders);
  return folders;
}

const FOLDERS = new Map<string, readonly string[]>();

function some(value: string | null | undefined): readonly string[] {
  return value === null || value === undefined || value === '' ? [] : [value];
}
