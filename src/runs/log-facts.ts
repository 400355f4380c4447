import type { InvocationLog } from '../artifacts/log/log.ts';
import { isoTime, secondsBetween } from '../project/time.ts';

/** What a log tells of its run where no other file does. */
export interface LogFacts {
  /** As it was typed; null when the log's level is too high to say it. */
  readonly command: string | null;
  readonly dbtVersion: string | null;
  readonly startedAt: string | null;
  /** Seconds from the first message to the last. */
  readonly elapsed: number | null;
}

const RUNNING_WITH = /^Running with dbt=(\S+)/;
const FINISHED = /^Command `(dbt [^`]+)` (?:succeeded|failed)/;
const ARGUMENTS = /'invocation_command': '(dbt [^']+)'/;
/** Only `dbt docs generate` writes a catalog. */
const CATALOG_WRITTEN = /^Catalog written to /;

/** Reads what dbt says of itself in its log: version at the start, command and duration at debug level. */
export function logFacts(log: InvocationLog | null): LogFacts {
  const entries = log?.entries ?? [];
  const times = entries.map((entry) => isoTime(entry.at)).filter((time) => time !== null);
  const first = (pattern: RegExp): string | null => {
    for (const { message } of entries) {
      const found = pattern.exec(message);
      if (found !== null) return found[1] ?? found[0];
    }
    return null;
  };
  return {
    command:
      first(FINISHED) ??
      first(ARGUMENTS) ??
      (first(CATALOG_WRITTEN) === null ? null : 'dbt docs generate'),
    dbtVersion: first(RUNNING_WITH),
    startedAt: times[0] ?? null,
    elapsed: secondsBetween(times[0] ?? null, times.at(-1) ?? null),
  };
}
