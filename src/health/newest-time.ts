import type { Project } from '../project/project.ts';
import type { History } from '../runs/history.ts';

const DAY = 86_400_000;

/**
 * The newest time that the artifacts tell. Ages are measured from it and not from the clock, so that the same artifacts
 * say the same next year.
 */
export function newestTime({ facts }: Project, { runs }: History): string | null {
  let newest = facts.generatedAt;
  for (const { startedAt, completedAt } of runs) {
    const at = completedAt ?? startedAt;
    if (at !== null && (newest === null || Date.parse(at) > Date.parse(newest))) newest = at;
  }
  return newest;
}

/** True when a time lies more than `days` before another; false when one is unknown. */
export function isOlderThan(at: string | null, days: number, newestAt: string | null): boolean {
  return at !== null && newestAt !== null && Date.parse(newestAt) - Date.parse(at) > days * DAY;
}
