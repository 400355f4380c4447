import type { InvocationLog, LogEntry } from './log.ts';
import { parseLogLine } from './parse-line.ts';
import { readLines } from './read-lines.ts';

/** How many entries are kept, so that a log of any length fits in memory. */
export interface LogLimits {
  /** Per invocation; as many warnings and errors again. */
  readonly perInvocation: number;
  /** Of the whole file; as many warnings and errors again. */
  readonly perFile: number;
}

const defaultLimits: LogLimits = { perInvocation: 20_000, perFile: 200_000 };

/** A continued message grows no longer than this. */
const LONGEST_MESSAGE = 16_384;

/** A log file: what each of its invocations logged, in order of appearance. */
export interface LogFile {
  readonly sha256: string;
  readonly logs: InvocationLog[];
  readonly kept: number;
  readonly leftOut: number;
}

/**
 * Reads a `dbt.log` of any length, JSON lines or text, and parts it by invocation.
 *
 * @throws Error when the file can't be read or its gzip stream is broken.
 */
export async function readLog(
  absolutePath: string,
  file: string,
  limits: LogLimits = defaultLimits,
): Promise<LogFile> {
  const logs = new Map<string | null, InvocationLog>();
  const counts = new Map<InvocationLog, { usual: number; serious: number }>();
  const total = { usual: 0, serious: 0 };
  let leftOut = 0;
  let current: string | null = null;
  let last: LogEntry | null = null;

  const logOf = (invocationId: string | null, format: 'json' | 'text'): InvocationLog => {
    const known = logs.get(invocationId);
    if (known !== undefined) return known;
    const log = { file, invocationId, format, entries: [], truncated: false };
    logs.set(invocationId, log);
    return log;
  };
  const keep = (log: InvocationLog, entry: LogEntry): void => {
    const count = counts.get(log) ?? { usual: 0, serious: 0 };
    counts.set(log, count);
    const kind = entry.level === 'warn' || entry.level === 'error' ? 'serious' : 'usual';
    if (count[kind] >= limits.perInvocation || total[kind] >= limits.perFile) {
      log.truncated = true;
      leftOut += 1;
      last = null;
      return;
    }
    count[kind] += 1;
    total[kind] += 1;
    log.entries.push(entry);
    last = entry;
  };

  const sha256 = await readLines(absolutePath, (line) => {
    if (line.trim() === '') return;
    const parsed = parseLogLine(line);
    if (parsed.kind === 'header') {
      current = parsed.invocationId;
      last = null;
    } else if (parsed.kind === 'entry') {
      keep(logOf(parsed.invocationId ?? current, parsed.format), parsed.entry);
    } else if (last !== null) {
      if (last.message.length < LONGEST_MESSAGE) last.message += `\n${parsed.text}`;
    } else if ((logs.get(current)?.truncated ?? false) === false) {
      const entry = {
        at: null,
        level: 'info',
        code: null,
        nodeId: null,
        message: parsed.text,
      } as const;
      keep(logOf(current, 'text'), entry);
    }
  });
  return { sha256, logs: [...logs.values()], kept: total.usual + total.serious, leftOut };
}
