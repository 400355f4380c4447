import type { RunLog } from './run.ts';

type Entry = RunLog['entries'][number];

/** What is kept of the log of one run, so that a thousand of them fit a history. */
const MOST_ENTRIES = 5000;
const MOST_CHARACTERS = 1 << 20;

/**
 * The entries of a log that are worth keeping, in their order: warnings and errors before all others, then what dbt
 * tells people, then details of the nodes that had trouble, then other details.
 *
 * @param troubled unique_ids of the nodes that failed or warned
 */
export function sliceLog(entries: readonly Entry[], troubled: ReadonlySet<string>): Entry[] {
  let left = { entries: MOST_ENTRIES, characters: MOST_CHARACTERS };
  const kept = new Set<Entry>();
  for (const rank of [0, 1, 2, 3]) {
    for (const entry of entries) {
      if (rankOf(entry, troubled) !== rank) continue;
      if (left.entries < 1 || left.characters < entry.message.length) continue;
      left = {
        entries: left.entries - 1,
        characters: left.characters - entry.message.length,
      };
      kept.add(entry);
    }
  }
  return entries.filter((entry) => kept.has(entry));
}

function rankOf({ level, uniqueId }: Entry, troubled: ReadonlySet<string>): number {
  if (level === 'warn' || level === 'error') return 0;
  if (level !== 'debug') return 1;
  return uniqueId !== null && troubled.has(uniqueId) ? 2 : 3;
}
