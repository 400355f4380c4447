import type { Run } from './run.ts';

/** Arguments that choose what a command works on. */
const SELECTION = [
  'select',
  'models',
  'exclude',
  'selector',
  'resource_types',
  'exclude_resource_types',
  'macro',
] as const;

/**
 * Equal for runs that did the same: the same `which`, selection and target. Where dbt recorded no arguments, the same
 * command line. Only such runs are compared in how long they took.
 */
export function commandKey({
  which,
  args,
  target,
  command,
}: Pick<Run, 'which' | 'args' | 'target' | 'command'>): string {
  const isTold = Object.keys(args).length > 0;
  return JSON.stringify([
    // dbt writes what it tries again as what it ran: a part of it.
    isRetry({ command }) ? 'retry' : which,
    target,
    ...(isTold ? SELECTION.map((name) => selected(args[name])) : [command]),
  ]);
}

/** Whether a run did again what another left undone: something else each time, whatever its command says. */
export function isRetry({ command }: Pick<Run, 'command'>): boolean {
  return /^dbt retry\b/.test(command);
}

/** A selection as dbt means it: nothing and an empty list are one, and so are a text and a list of it. */
function selected(value: unknown): unknown {
  if (value === undefined || value === null || value === '') return [];
  if (!Array.isArray(value)) return [value];
  return value;
}

/** The middle of several durations, of an even number the mean of the two middle ones; null of none. Seconds. */
export function medianOf(durations: readonly number[]): number | null {
  const sorted = durations.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  return upper === undefined || lower === undefined ? null : (upper + lower) / 2;
}
