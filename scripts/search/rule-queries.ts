import { displayName } from '../../src/project/display-name.ts';
import type { Resource } from '../../src/project/resource.ts';
import type { ViewContext } from '../../src/view/context.ts';
import { textOf } from '../../src/view/plain-text.ts';
import { searchedResources } from '../../src/view/search/build-names.ts';
import type { Query } from '../../tests/search/sample-queries.ts';

/** Queries of each kind that are made for one project. */
const EACH = 12;

/** Queries that any project can be asked: made from its own names, columns, descriptions and messages. */
export function ruleQueries(context: ViewContext): Query[] {
  const { project, history } = context;
  const all = searchedResources(context);
  const named = all.filter(
    ({ resourceType, packageName }) =>
      packageName === project.facts.name &&
      ['model', 'source', 'seed', 'snapshot'].includes(resourceType),
  );
  const called = Map.groupBy(all, (resource) => displayName(resource).toLowerCase());
  const unambiguous = named.filter(
    (resource) => called.get(displayName(resource).toLowerCase())?.length === 1,
  );
  const some = pick(unambiguous);
  return [
    ...some.map((resource) => query('exact', displayName(resource), [resource])),
    ...some.flatMap((resource) => prefix(resource, all)),
    ...some.flatMap((resource) => middle(resource, all)),
    ...some.flatMap((resource) => typo(resource, all)),
    ...pick(named.filter(({ columns }) => columns.length > 0)).flatMap(columnQueries),
    ...pick(all.filter(({ description }) => description.length > 40)).flatMap((resource) =>
      phrase(resource, all),
    ),
    ...pick(all.filter(({ uniqueId }) => isFailure(history.latest(uniqueId)?.result.status))).map(
      (resource) =>
        query('error', firstLine(history.latest(resource.uniqueId)?.result.message ?? ''), [
          resource,
        ]),
    ),
  ].filter(({ text }) => text.trim() !== '');
}

function query(kind: Query['kind'], text: string, wanted: readonly Resource[]): Query {
  return { kind, text, wanted: wanted.map(({ uniqueId }) => uniqueId) };
}

/** Evenly out of the whole, so that each kind of name has its turn. */
function pick<T>(items: readonly T[]): T[] {
  const step = Math.max(1, Math.floor(items.length / EACH));
  return items.filter((_, at) => at % step === 0).slice(0, EACH);
}

/** So much of the beginning as nothing else begins with. */
function prefix(resource: Resource, all: readonly Resource[]): Query[] {
  const name = displayName(resource);
  for (let length = 5; length < name.length - 1; length++) {
    const beginning = name.slice(0, length).toLowerCase();
    const same = all.filter((other) =>
      [displayName(other), other.name].some((text) => text.toLowerCase().startsWith(beginning)),
    );
    if (same.length === 1) return [query('prefix', beginning, [resource])];
  }
  return [];
}

/** The words of a name but for the first, where they are of this name alone. */
function middle(resource: Resource, all: readonly Resource[]): Query[] {
  const words = resource.name
    .toLowerCase()
    .split(/[_.]+/)
    .slice(1)
    .filter((word) => word.length > 2);
  if (words.length === 0) return [];
  const same = all.filter((other) => {
    const name = displayName(other).toLowerCase();
    return words.every((word) => name.includes(word));
  });
  return same.length === 1 ? [query('middle', words.join(' '), [resource])] : [];
}

/** A name with two letters of its longest word swapped. */
function typo(resource: Resource, all: readonly Resource[]): Query[] {
  const name = displayName(resource).toLowerCase();
  const [longest = ''] = name.split(/[_.]+/).sort((a, b) => b.length - a.length);
  const at = Math.floor(longest.length / 2);
  if (longest.length < 5 || longest[at] === longest[at - 1]) return [];
  const swapped = `${longest.slice(0, at - 1)}${longest[at] ?? ''}${longest[at - 1] ?? ''}${longest.slice(at + 1)}`;
  const text = name.replace(longest, swapped);
  return all.some((other) => displayName(other).toLowerCase().includes(text))
    ? []
    : [query('typo', text, [resource])];
}

function columnQueries(resource: Resource): Query[] {
  const column = resource.columns[Math.floor(resource.columns.length / 2)]?.name.toLowerCase();
  if (column === undefined) return [];
  return [
    { kind: 'column', text: column, wanted: [`#${column}`] },
    {
      kind: 'column',
      text: `${displayName(resource)}.${column}`,
      wanted: [`${resource.uniqueId}#${column}`],
    },
  ];
}

/** Six words of a description that no other says. */
function phrase(resource: Resource, all: readonly Resource[]): Query[] {
  const words = textOf(resource.description).split(/\s+/);
  const text = words.slice(1, 7).join(' ');
  const same = all.filter(({ description }) => textOf(description).includes(text));
  return words.length < 7 || same.length !== 1 ? [] : [query('phrase', text, [resource])];
}

function isFailure(status: string | undefined): boolean {
  return status === 'error' || status === 'fail' || status === 'runtime error';
}

function firstLine(message: string): string {
  return (
    message
      .split('\n')
      .find((line) => line.trim() !== '')
      ?.trim() ?? ''
  );
}
