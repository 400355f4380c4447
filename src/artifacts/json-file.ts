import { FieldInvalid, NodeInvalid, NonFiniteNumber } from '../errors/catalogue.ts';
import type { Diagnostics } from './diagnostics.ts';
import { isJsonObject, type JsonObject } from './fields.ts';
import { formatJsonPath } from './json-path.ts';
import { scanJson } from './json-scan.ts';
import {
  expectEnd,
  JsonStructureError,
  kindAt,
  type OuterEntry,
  type Span,
  splitArray,
  splitTwoLevels,
} from './json-spans.ts';
import { lineColumnAt } from './line-column.ts';

/** A JSON file that is read value by value. */
export interface JsonFile {
  /** Relative to the artifacts folder, for diagnostics. */
  readonly path: string;
  /** UTF-8 without a byte order mark. */
  readonly bytes: Buffer;
  readonly diagnostics: Diagnostics;
}

/** Far below the longest possible string (about 512 MB), far above any real entry. */
const LONGEST_ENTRY = 2 ** 28;

/**
 * Parses one value. `NaN` and `Infinity` become null with a diagnostic; a value that is not JSON
 * gets a diagnostic and reads as undefined.
 */
export function parseSpan(file: JsonFile, span: Span, path: readonly PropertyKey[]): unknown {
  const length = span.end - span.start;
  if (length > LONGEST_ENTRY) {
    const reason = `it is ${Math.round(length / 1e6)} MB long, and at most ${LONGEST_ENTRY / 2 ** 20} MiB are read`;
    file.diagnostics.add(NodeInvalid, file.path, formatJsonPath(path), reason);
    return undefined;
  }
  const text = file.bytes.toString('utf8', span.start, span.end);
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return parseOddities(file, span, path, text);
  }
}

function parseOddities(
  file: JsonFile,
  span: Span,
  path: readonly PropertyKey[],
  text: string,
): unknown {
  const { problem, nonFinite } = scanJson(text);
  if (problem !== null) {
    const offset = span.start + Buffer.byteLength(text.slice(0, problem.offset));
    const { line, column } = lineColumnAt(file.bytes, offset);
    const reason = `its JSON breaks at line ${line}, column ${column}: ${problem.problem}`;
    file.diagnostics.add(NodeInvalid, file.path, formatJsonPath(path), reason);
    return undefined;
  }
  let clean = '';
  let from = 0;
  for (const { start, end, token, path: inner } of nonFinite) {
    clean += `${text.slice(from, start)}null`;
    from = end;
    file.diagnostics.add(NonFiniteNumber, file.path, formatJsonPath([...path, ...inner]), token);
  }
  return JSON.parse(clean + text.slice(from)) as unknown;
}

/** Parses a value that should be an object; anything else is reported and reads as undefined. */
export function parseObject(
  file: JsonFile,
  span: Span,
  path: readonly PropertyKey[],
): JsonObject | undefined {
  const value = parseSpan(file, span, path);
  if (value === undefined || value === null || isJsonObject(value)) return value ?? undefined;
  file.diagnostics.add(
    FieldInvalid,
    file.path,
    formatJsonPath(path),
    describeValue(value),
    'an object',
  );
  return undefined;
}

/** The entries of an object or the items of a list (keyed by their index); nothing for null. */
export function entriesOf(
  file: JsonFile,
  span: OuterEntry,
  path: readonly PropertyKey[],
): readonly LocatedSpan[] {
  if (span.children !== null) return span.children;
  const kind = kindAt(file.bytes, span.start);
  if (kind === 'list') {
    return splitArray(file.bytes, span.start).map((item, key) => ({ key, ...item }));
  }
  const value = parseSpan(file, span, path);
  if (value !== null && value !== undefined) {
    const found = describeValue(value);
    file.diagnostics.add(FieldInvalid, file.path, formatJsonPath(path), found, 'an object');
  }
  return [];
}

/** An entry with its key, or an item with its index. */
export interface LocatedSpan extends Span {
  readonly key: string | number;
}

/**
 * The entries of the whole file; null when the file is no object.
 *
 * @throws JsonStructureError when the file is cut off or its outer structure is broken.
 */
export function topLevel(file: JsonFile): OuterEntry[] | null {
  if (kindAt(file.bytes, 0) !== 'object') {
    checkSmallFile(file);
    return null;
  }
  const entries = splitTwoLevels(file.bytes);
  expectEnd(file.bytes, entries.at(-1)?.end ?? 0);
  return entries;
}

/** A short file that is no object may be no JSON at all: a page of HTML, an empty file. */
function checkSmallFile({ bytes }: JsonFile): void {
  if (bytes.length > 2 ** 20) return;
  const text = bytes.toString('utf8');
  if (text.trim() === '') throw new JsonStructureError(0, 'the file is empty');
  const { problem } = scanJson(text);
  if (problem === null) return;
  const offset = Buffer.byteLength(text.slice(0, problem.offset));
  throw new JsonStructureError(offset, problem.problem);
}

/** Says what a JSON value is, for messages: `the number 5`, `a list`. */
export function describeValue(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'string') {
    return `the text ${JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value)}`;
  }
  if (typeof value === 'number') return `the number ${value}`;
  return typeof value === 'boolean' ? String(value) : 'an object';
}
