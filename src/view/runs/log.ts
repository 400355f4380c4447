import type { Run, RunLog } from '../../runs/run.ts';
import type { ViewContext } from '../context.ts';
import type { LogView } from '../run-page.ts';

/** Lines of a log that a page shows; warnings and errors first in line for a place. */
const MOST_LINES = 200;

/** The most telling lines of a run's log; null where there is none. */
export function logView(run: Run, { links }: ViewContext): LogView | null {
  const { log } = run;
  if (log === null || log.entries.length === 0) return null;
  const important = log.entries.filter(({ level }) => level === 'warn' || level === 'error');
  const rest = log.entries.filter(
    ({ level }) => level !== 'warn' && level !== 'error' && level !== 'debug',
  );
  const chosen = new Set([...important, ...rest].slice(0, MOST_LINES));
  const lines = log.entries.filter((entry) => chosen.has(entry));
  return {
    lines: lines.map(({ at, level, message }) => ({ at, level, message })),
    leftOut: log.entries.length - lines.length,
    isTruncated: log.isTruncated,
    href: `${links.runHref(run.id)}log.txt`,
  };
}

const CONTINUED = '\n    ';

/**
 * A whole log as text, an entry a line: time, level, node and message, apart by tabs, `-` for what is unknown. Further
 * lines of a message are indented by four spaces.
 */
export function logText(log: RunLog | null): string {
  return (log?.entries ?? [])
    .map(({ at, level, uniqueId, message }) =>
      [
        at ?? '-',
        level,
        uniqueId ?? '-',
        message.replaceAll('\t', '  ').replaceAll('\n', CONTINUED),
      ]
        .join('\t')
        .concat('\n'),
    )
    .join('');
}
