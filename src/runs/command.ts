import { compareText } from '../project/order.ts';

/** Words that dbt writes to `args.which` where people type something else. */
const TYPED: ReadonlyMap<string, string> = new Map([
  ['generate', 'docs generate'],
  ['freshness', 'source freshness'],
  ['snapshot-freshness', 'source freshness'],
]);

/** Commands that mark resources `success` without running them; `clone` copies what another target built. */
const NOT_RUN: ReadonlySet<string> = new Set([
  'compile',
  'docs generate',
  'parse',
  'list',
  'ls',
  'show',
  'serve',
  'clone',
]);

/** dbt's command as people type it. */
export function typedCommand(which: string | null): string | null {
  return which === null ? null : (TYPED.get(which) ?? which);
}

/** False for commands whose results aren't outcomes. A command that isn't told counts as a run. */
export function hasRun(typed: string | null): boolean {
  return typed === null || !NOT_RUN.has(typed);
}

const UNKNOWN = 'dbt (command unknown)';

/** False for what stands in place of a command that nothing tells. */
export function isKnownCommand(command: string): boolean {
  return command !== UNKNOWN;
}

/** Options that say where dbt finds and logs things, and nothing of what it did. */
const SURROUNDINGS =
  / --(?:log-[a-z-]+|profiles-dir|project-dir|target-path)[ =](?:'[^']*'|"[^"]*"|\S+)/g;

/** A command as it is shown: without what only says where files are. */
function shown(command: string): string {
  return command.replace(SURROUNDINGS, '');
}

/** The words of a typed command that say which it is: `docs generate` of `dbt docs generate --no-compile`. */
export function commandWord(command: string | null): string | null {
  const words = /^dbt\s+((?:docs|source)\s+[a-z-]+|[a-z-]+)/.exec(command ?? '')?.[1];
  return words ?? null;
}

/** Options that change what a run did, in the order in which they are shown. */
const SHOWN_OPTIONS = [
  ['select', '--select'],
  ['exclude', '--exclude'],
  ['selector', '--selector'],
  ['full_refresh', '--full-refresh'],
  ['fail_fast', '--fail-fast'],
  ['empty', '--empty'],
  ['sample', '--sample'],
  ['event_time_start', '--event-time-start'],
  ['event_time_end', '--event-time-end'],
  ['target', '--target'],
] as const;

/**
 * The command line of an invocation, put together from its arguments: `dbt build --select tag:nightly`.
 * dbt ≥ 1.5 keeps what was typed in `invocation_command`; that is used as it stands, unless it names another program.
 */
export function commandLine(which: string | null, args: Readonly<Record<string, unknown>>): string {
  const typed = args['invocation_command'];
  if (typeof typed === 'string' && names(typed, which)) return shown(typed.trim());
  if (which === null) return UNKNOWN;
  const parts = ['dbt', which];
  if (which === 'run-operation' && typeof args['macro'] === 'string') parts.push(args['macro']);
  for (const [key, option] of SHOWN_OPTIONS) {
    const words = optionWords(args[key] ?? (key === 'select' ? args['models'] : undefined));
    if (words === null) continue;
    parts.push(option, ...words);
  }
  return parts.join(' ');
}

/**
 * Whether what was typed names the command, with nothing but options before it. Where a program calls dbt as a library,
 * dbt takes the program's own arguments for those of dbt: `dbt tests/my_test.py -x`, or Airflow's `dbt tasks run shop`
 * (https://github.com/dbt-labs/dbt-core/issues/10313).
 */
function names(typed: string, which: string | null): boolean {
  const words = typed.trim().split(/\s+/);
  if (which === null) return typed.trim() !== '';
  // dbt writes what it tries again as what it ran, and `ls` as `list`.
  const commands = [...which.split(' '), 'retry', 'ls'];
  const [, first = ''] = words;
  return first.startsWith('-')
    ? commands.some((name) => words.includes(name))
    : commands.includes(first);
}

function optionWords(value: unknown): readonly string[] | null {
  if (value === true) return [];
  if (typeof value === 'string' && value !== '') return [value];
  if (!Array.isArray(value)) return null;
  const words = value.filter((word): word is string => typeof word === 'string');
  return words.length > 0 ? words : null;
}

/** The arguments that are worth showing beside the command, sorted by name. */
export function shownArguments(
  args: Readonly<Record<string, unknown>>,
): [name: string, value: string][] {
  return Object.entries(args)
    .filter(
      ([, value]) =>
        value !== null && value !== '' && !(Array.isArray(value) && value.length === 0),
    )
    .map(([name, value]): [string, string] => [
      name,
      typeof value === 'string' ? value : JSON.stringify(value),
    ])
    .sort(([a], [b]) => compareText(a, b));
}
