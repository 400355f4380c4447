import { RESOURCE } from '../../messages/resource.ts';
import { statusView, type ViewContext } from '../context.ts';
import { formatDuration } from '../format-duration.ts';
import type { DurationsView } from '../resource-page.ts';

/** Bars that fit beside a figure. */
const MOST_BARS = 10;

/** The newest durations of a resource that really ran, oldest first; null when fewer than two are known. */
export function durationsView(uniqueId: string, { history }: ViewContext): DurationsView | null {
  const known = history
    .resultsOf(uniqueId)
    .flatMap(({ result }) =>
      result.executionTime === null || result.kind === 'skipped'
        ? []
        : [{ seconds: result.executionTime, status: statusView(result.status) }],
    )
    .slice(0, MOST_BARS)
    .reverse();
  if (known.length < 2) return null;
  const longest = Math.max(...known.map(({ seconds }) => seconds));
  return {
    bars: known.map(({ seconds, status }) => ({
      share: longest > 0 ? Math.round((seconds / longest) * 1000) / 1000 : 0,
      status,
    })),
    title: RESOURCE.bar.durations(
      known.length,
      known
        .map(({ seconds, status }) =>
          status.kind === 'success'
            ? formatDuration(seconds)
            : `${formatDuration(seconds)} (${status.word})`,
        )
        .join(', '),
    ),
  };
}
