import type { Config } from '../config/load-config.ts';
import type { HistoryOptions } from '../history/open-history.ts';

/** Which history a configuration asks for. */
export function historyOptions(config: Config, isReadOnly: boolean): HistoryOptions {
  return {
    folder: config.history,
    cache: config.cache,
    shown: config.shownRuns,
    target: config.target,
    keepRuns: config.keepRuns,
    keepDays: config.keepDays,
    isReadOnly,
  };
}
