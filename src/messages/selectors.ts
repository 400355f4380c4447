/** The words about selections in dbt's selector language. A problem says what is wrong; its hint, what to write. */
export const selectorWords = {
  emptyBesideComma: {
    message: 'Nothing stands beside the comma.',
    hint: 'A comma stands between two criteria that must both hold: tag:nightly,resource_type:model. Spaces unite.',
  },
  unreadable: (text: string) => ({
    message: `${quoted(text)} is no criterion.`,
    hint: 'For example: orders, +orders, orders+2, @orders, tag:nightly, config.materialized:table.',
  }),
  atWithPlus: (text: string) => ({
    message: `${quoted(text)} has @ before it and + behind it, which exclude each other.`,
    hint: '@ already takes all children, and whatever they need.',
  }),
  nothingToSelect: (method: string | null) => ({
    message: method === null ? 'There is no name.' : `Nothing follows ${method}: as its value.`,
    hint:
      method === null
        ? 'A plus sign belongs to a name: +orders, orders+, 2+orders.'
        : `Write what to look for: ${method}:…, where * stands for any characters.`,
  }),
  unknownMethod: (name: string, nearest: string | null, all: readonly string[]) => ({
    message: `There is no method ${quoted(name)}.`,
    hint:
      nearest === null
        ? `The methods are ${all.join(', ')}.`
        : `Did you mean ${nearest}? The methods are ${all.join(', ')}.`,
  }),
  argumentsUnused: (method: string) => ({
    message: `The method ${method} takes nothing after a dot.`,
    hint: `Only config does: config.materialized:table. Write ${method}:value.`,
  }),
  argumentsMissing: {
    message: 'config needs the name of a setting after a dot.',
    hint: 'For example: config.materialized:incremental, config.meta.owner:finance.',
  },
  wrongValue: (method: string, value: string, values: readonly string[]) => ({
    message: `${quoted(value)} is no value of ${method}.`,
    hint: `Its values are ${values.join(', ')}.`,
  }),
  tooManyParts: (method: string, value: string, most: number) => ({
    message: `${quoted(value)} has too many parts for ${method}.`,
    hint:
      most === 3
        ? `Write ${method}:name, ${method}:name.table or ${method}:package.name.table.`
        : `Write ${method}:name or ${method}:package.name.`,
  }),
  unknownSelector: (name: string, all: readonly string[]) => ({
    message: `No selector of selectors.yml is called ${quoted(name)}.`,
    hint: all.length === 0 ? 'The project has none.' : `There are ${all.join(', ')}.`,
  }),
  circularSelector: (name: string) => ({
    message: `The selector ${quoted(name)} refers to itself.`,
    hint: 'Change its definition in selectors.yml.',
  }),
  untoldPart: (value: string) => ({
    message: `The history of runs doesn’t tell of state:${value}.`,
    hint: 'Name the folder of an older manifest: --state DIR.',
  }),
  needs: {
    results: {
      message: 'No results of a run are known, so result: has nothing to look at.',
      hint: 'Put run_results.json beside the manifest.',
    },
    sourceStatuses: {
      message:
        'No source was ever checked for freshness, so source_status: has nothing to look at.',
      hint: 'Run dbt source freshness, and put sources.json beside the manifest.',
    },
    state: {
      message: 'There is nothing to compare with, so state: has no answer.',
      hint: 'Name the folder of an older manifest (--state DIR), or build with a history: then nodes are compared with what they were when they last ran.',
    },
    config: {
      message: 'Configurations are not part of this data, so config. has no answer here.',
      hint: 'On the command line it has: dbt-workbench ls --select …',
    },
  },
  badDefinition: (name: string, problem: string) =>
    `The definition of the selector ${quoted(name)} can't be read: ${problem}`,
  noCriterion: 'it holds neither a criterion nor a list of them.',
  twoExcludes: 'it has more than one exclude beside each other.',
} as const;

function quoted(text: string): string {
  return JSON.stringify(text);
}
