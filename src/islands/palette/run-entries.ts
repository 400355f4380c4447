import { runStatus } from '../../view/runs/run-words.ts';
import { formatTime } from '../../view/format-time.ts';
import type { RunItem } from '../runs/fetch-runs.ts';
import { entryFinder, type EntryFinder } from './find-entries.ts';
import type { Entry } from './palette-entry.ts';

/** Fewer letters of an id are letters of anything. */
const SHORTEST_ID = 4;

/** Finds runs by the beginning of their id, by command, status, target and day; the newest first. */
export function runFinder(runs: readonly RunItem[]): EntryFinder {
  const entries = runs.map(runEntry);
  const find = entryFinder(entries);
  return (query, most = Infinity) => {
    const id = query.trim().toLowerCase();
    const own =
      id.length < SHORTEST_ID ? [] : entries.filter((_, at) => runs[at]?.id.startsWith(id));
    return own.length === 0
      ? find(query, most)
      : { entries: own.slice(0, most), total: own.length, kind: 'prefix' };
  };
}

function runEntry({ command, href, kind, has_run, startedAt, target, id }: RunItem): Entry {
  const status = runStatus({ kind, hasRun: has_run });
  const day = startedAt === null ? '' : formatTime(startedAt);
  return {
    key: href,
    label: command,
    detail: [status.word, day, target ?? '', id.slice(0, 8)]
      .filter((part) => part !== '')
      .join(' · '),
    glyph: `st-${status.kind}`,
    isName: true,
    words: `${day} ${status.word}`,
    does: href,
  };
}
