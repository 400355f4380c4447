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
  /** What it logged as errors, at most 5; none when dbt says that the command succeeded. */
  readonly errors: readonly string[];
}

/** Errors that a run is told by; its log has all. */
const MOST_ERRORS = 5;
/** Logs may print the level before the message. */
const LEVEL = /^\[ERROR\]:? */;

const RUNNING_WITH = /^Running with dbt=(\S+)/;
const SUCCEEDED = /^Command `[^`]+` succeeded/;
/** Logs write `1.13.0-b1` for what artifacts call `1.13.0b1`. */
const PRERELEASE = /-((?:a|b|rc)\d+)$/;
/** Programs that call dbt as a library have it say `cli ls`. */
const FINISHED = /^Command `(?:python\S* -m \S+|\S+) ([^`]+)` (?:succeeded|failed)/;
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
  const finished = first(FINISHED);
  return {
    command:
      (finished === null ? null : `dbt ${finished}`) ??
      first(ARGUMENTS) ??
      (first(CATALOG_WRITTEN) === null ? null : 'dbt docs generate'),
    dbtVersion: first(RUNNING_WITH)?.replace(PRERELEASE, '$1') ?? null,
    startedAt: times[0] ?? null,
    elapsed: secondsBetween(times[0] ?? null, times.at(-1) ?? null) ?? secondsOfDay(entries),
    errors: first(SUCCEEDED) === null ? errorsOf(entries) : [],
  };
}

function errorsOf(entries: InvocationLog['entries']): string[] {
  const messages = entries
    .filter(({ level }) => level === 'error')
    .map(({ message }) => message.trim().replace(LEVEL, ''))
    .filter((message) => message !== '');
  return [...new Set(messages)].slice(0, MOST_ERRORS);
}

const DAY = 86_400;

/** Logs in text tell the time of day only: they are added up from message to message, as a day may end meanwhile. */
function secondsOfDay(entries: InvocationLog['entries']): number | null {
  const clocks = entries.flatMap(({ at }) => {
    const [, hours, minutes, seconds] = /^(\d\d):(\d\d):(\d\d(?:[.,]\d+)?)$/.exec(at ?? '') ?? [];
    if (seconds === undefined) return [];
    return [Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds.replace(',', '.'))];
  });
  if (clocks.length === 0) return null;
  let sum = 0;
  for (const [at, clock] of clocks.entries()) {
    const step = clock - (clocks[at - 1] ?? clock);
    // Threads write a little out of order; half a day back is the next day.
    sum += step < -DAY / 2 ? step + DAY : step;
  }
  return Math.max(0, Math.round(sum * 1e6) / 1e6);
}
