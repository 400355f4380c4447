import { formatNumber } from './format-number.ts';
import { plural } from './plural.ts';

/** Words of the page of search. */
export const SEARCH = {
  title: 'Search',
  description: 'Finds resources, columns and what is written of them',
  label: 'Search names, columns and texts',
  hint: 'A name, a column, words of a description or of an error',
  noScript:
    'Search runs in your browser and needs JavaScript. Without it, every list shows all that there is, and your browser’s own search works on it:',
  examples: 'Try',
  grammar: 'Narrow it down',
  /** How filters are typed: each with what it does. */
  grammarOf: [
    ['tag:nightly', 'what has a tag'],
    ['type:model,source', 'some types only'],
    ['status:error', 'what failed last'],
    ['path:marts', 'a folder and all below'],
    ['owner:"Ada Berg"', 'what somebody answers for'],
    ['-stg', 'without a word'],
    ['"net revenue"', 'words in this order'],
    ['orders.customer_id', 'a column of a resource'],
  ] as const,
  sections: {
    names: 'Resources',
    columns: 'Columns',
    text: 'In texts',
  },
  /** What a passage is taken from. */
  fields: {
    name: 'in the name',
    label: 'in the label',
    description: 'in the description',
    column: 'in a column',
    argument: 'in an argument',
    tag: 'in the tags',
    owner: 'in the owner',
    test: 'in a test',
    message: 'in a message of a run',
    code: 'in the code',
  },
  inDescriptionOf: 'in the description of',
  inResources: (count: number): string => `in ${plural(count, 'resource')}`,
  andMore: (count: number): string => `and ${formatNumber(count)} more`,
  showMore: (count: number): string => `Show ${formatNumber(count)} more`,
  version: 'old version',
  near: 'not quite as typed',
  searching: 'Searching …',
  nothing: (query: string): string => `Nothing is called so, and nothing says “${query}”`,
  nothingHelp: 'Look for fewer words, a part of a name, or without filters.',
  withoutFilters: 'Search without filters',
  noText:
    'This site was built without full text: names and columns are searched, descriptions are not.',
  textFailed: 'Texts could not be searched: their index did not load.',
  failed: 'Search could not load its data. Reload the page to try again.',
  found: (names: number, columns: number, texts: number | null): string =>
    [
      plural(names, 'resource'),
      plural(columns, 'column'),
      ...(texts === null ? [] : [plural(texts, 'text')]),
    ].join(', '),
} as const;
