import { isJsonObject, type JsonObject, stringOrNull } from '../fields.ts';
import { maskSecrets } from '../mask-secrets.ts';
import { withoutColours } from '../without-colours.ts';
import type { LogEntry, LogLevel } from './log.ts';

/** What a line of a log turned out to be. */
export type ParsedLine =
  | { kind: 'entry'; format: 'json' | 'text'; invocationId: string | null; entry: LogEntry }
  | { kind: 'header'; invocationId: string }
  /** More of the entry before it. */
  | { kind: 'more'; text: string };

/** What is left of a colour's end where something took its first, unseen character. */
const halfReset = /^\[0m(?=\d\d:)/;
const header = /^=+ .* \| ([0-9a-f]{8}-[0-9a-f-]{27}) =+$/;
const time = String.raw`\d{2}:\d{2}:\d{2}(?:[.,]\d+)?`;
const date = String.raw`\d{4}-\d{2}-\d{2}[ T]`;
/** `08:12:32.386271 [debug] [MainThread]: message` */
const debugLine = new RegExp(`^((?:${date})?${time}Z?) +\\[(\\w+) *\\] *\\[[^\\]]*\\]: ?(.*)$`);
/** `2021-05-01 12:00:00,123456 (MainThread): message`, dbt before 1.0 */
const oldLine = new RegExp(`^(${date}${time}) \\([^)]*\\): ?(.*)$`);
/** `08:12:32  message` or `08:12:32 | message`, what the console shows */
const consoleLine = new RegExp(`^((?:${date})?${time})(?: \\| |  ?)(.*)$`);

/** Longer messages are cut: one is a whole file of SQL at most. */
const LONGEST_MESSAGE = 16_384;

/** Reads one line of a `dbt.log`, in JSON or in any of the text formats. */
export function parseLogLine(line: string): ParsedLine {
  if (line.startsWith('{')) {
    const entry = parseJsonLine(line);
    if (entry !== null) return entry;
  }
  const text = withoutColours(line).replace(halfReset, '').trimEnd();
  const invocationId = header.exec(text)?.[1];
  if (invocationId !== undefined) return { kind: 'header', invocationId };
  const [, debugAt, level, debugMessage] = debugLine.exec(text) ?? [];
  if (debugAt !== undefined) return textEntry(debugAt, toLevel(level ?? ''), debugMessage ?? '');
  const [, oldAt, oldMessage] = oldLine.exec(text) ?? [];
  if (oldAt !== undefined) return textEntry(oldAt, 'debug', oldMessage ?? '');
  const [, at, message] = consoleLine.exec(text) ?? [];
  if (at !== undefined) return textEntry(at, levelIn(message ?? ''), message ?? '');
  return { kind: 'more', text: cleanMessage(text) };
}

function textEntry(at: string, level: LogLevel, message: string): ParsedLine {
  const entry = { at, level, code: null, nodeId: null, message: cleanMessage(message) };
  return { kind: 'entry', format: 'text', invocationId: null, entry };
}

function parseJsonLine(line: string): ParsedLine | null {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return null;
  }
  if (!isJsonObject(value)) return null;
  // dbt 1.4 and newer have `info` and `data`; 1.0–1.3 and 0.x have the same on the line itself.
  const info = isJsonObject(value.info) ? value.info : value;
  const data = isJsonObject(value.data) ? value.data : {};
  const nodeInfo = objectOf(data.node_info) ?? objectOf(value.node_info) ?? {};
  const message =
    stringOrNull(info.msg) ?? stringOrNull(info.message) ?? stringOrNull(info.body) ?? '';
  const level = stringOrNull(info.level) ?? stringOrNull(info.severity_text) ?? 'info';
  return {
    kind: 'entry',
    format: 'json',
    invocationId: stringOrNull(info.invocation_id),
    entry: {
      at: stringOrNull(info.ts) ?? stringOrNull(info.timestamp),
      level: toLevel(level),
      code: stringOrNull(info.code),
      nodeId: stringOrNull(nodeInfo.unique_id) ?? stringOrNull(data.unique_id),
      message: cleanMessage(message),
    },
  };
}

function objectOf(value: unknown): JsonObject | null {
  return isJsonObject(value) ? value : null;
}

function toLevel(word: string): LogLevel {
  switch (word.toLowerCase()) {
    case 'debug':
    case 'trace':
      return 'debug';
    case 'warn':
    case 'warning':
      return 'warn';
    case 'error':
    case 'critical':
    case 'fatal':
      return 'error';
    default:
      return 'info';
  }
}

/** The console shows no level: it is told by the words that dbt uses. */
function levelIn(message: string): LogLevel {
  if (/^\[WARNING\]|^\d+ of \d+ WARN\b|^Warning in /.test(message)) return 'warn';
  return /^\d+ of \d+ (?:ERROR|FAIL)\b|^(?:Encountered an error|Runtime Error|Database Error|Compilation Error|Failure in )/.test(
    message,
  )
    ? 'error'
    : 'info';
}

function cleanMessage(message: string): string {
  const text = withoutColours(message);
  const cut = text.length > LONGEST_MESSAGE ? `${text.slice(0, LONGEST_MESSAGE)}…` : text;
  return maskSecrets(cut);
}
