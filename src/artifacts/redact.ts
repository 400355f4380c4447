import type { ArtifactKind } from './artifact-set.ts';
import { decodeBytes } from './bytes.ts';
import { createDiagnostics } from './diagnostics.ts';
import { type JsonFile, parseSpan } from './json-file.ts';
import { kindAt, type Span, splitArray, type SpanEntry, splitObject } from './json-spans.ts';
import { maskJson } from './mask-json.ts';
import { maskSecrets } from './mask-secrets.ts';

interface Edit extends Span {
  readonly text: string;
}

/** What is masked in each result: what the adapter and the database said. */
const resultKeys = new Set(['adapter_response', 'message', 'error']);
const NEWLINE = 0x0a;
/** Bytes; copying less than this costs nothing beside a call that writes it. */
const LONG_PIECE = 1 << 20;

/**
 * Masks what should not be published of an artifact: `env` and `vars`, and credentials in arguments,
 * adapter responses, messages and logs. All other bytes stay as they are; a gzipped or UTF-16 file
 * comes out as plain UTF-8.
 *
 * @returns the masked file in pieces, as one of 600 MB should not be in memory twice
 * @throws JsonStructureError when the file is cut off or its outer structure is broken.
 */
export function redactArtifact(bytes: Uint8Array, kind: ArtifactKind): readonly Uint8Array[] {
  const decoded = decodeBytes(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  if (kind === 'log') return [redactLog(decoded)];
  const file = { path: '', bytes: decoded, diagnostics: createDiagnostics(0) };
  return applyEdits(decoded, findEdits(file));
}

function findEdits(file: JsonFile): Edit[] {
  if (kindAt(file.bytes, 0) !== 'object') return [];
  const edits: Edit[] = [];
  for (const entry of splitObject(file.bytes)) {
    switch (entry.key) {
      case 'metadata':
      case 'meta':
        for (const inner of entriesIn(file, entry)) {
          if (inner.key === 'env' || inner.key === 'vars') edits.push(...mask(file, inner));
        }
        break;
      case 'args':
      case 'vars':
      case 'errors':
        edits.push(...mask(file, entry));
        break;
      case 'results':
        if (kindAt(file.bytes, entry.start) !== 'list') break;
        for (const result of splitArray(file.bytes, entry.start)) {
          for (const inner of entriesIn(file, result)) {
            if (resultKeys.has(inner.key)) edits.push(...mask(file, inner));
          }
        }
        break;
      default:
    }
  }
  return edits;
}

function entriesIn(file: JsonFile, span: Span): SpanEntry[] {
  return kindAt(file.bytes, span.start) === 'object' ? splitObject(file.bytes, span.start) : [];
}

/** The edit that masks a value; none when it holds nothing to mask. */
function mask(file: JsonFile, entry: SpanEntry): Edit[] {
  const value = parseSpan(file, entry, []) ?? null;
  const masked = JSON.stringify(maskJson(value, entry.key));
  if (masked === JSON.stringify(value)) return [];
  return [{ start: entry.start, end: entry.end, text: masked }];
}

/**
 * The file with its edits, in few pieces: long stretches without an edit as they lie in memory,
 * what is between them copied together.
 */
function applyEdits(bytes: Buffer, edits: readonly Edit[]): Buffer[] {
  const pieces: Buffer[] = [];
  let short: Buffer[] = [];
  let shortBytes = 0;
  const gather = (): void => {
    if (short.length > 0) pieces.push(Buffer.concat(short));
    short = [];
    shortBytes = 0;
  };
  const add = (piece: Buffer): void => {
    const isLong = piece.length >= LONG_PIECE;
    if (isLong || shortBytes >= LONG_PIECE) gather();
    if (isLong) return void pieces.push(piece);
    short.push(piece);
    shortBytes += piece.length;
  };
  let from = 0;
  for (const { start, end, text } of edits) {
    add(bytes.subarray(from, start));
    add(Buffer.from(text));
    from = end;
  }
  add(bytes.subarray(from));
  gather();
  return pieces;
}

function redactLog(bytes: Buffer): Buffer {
  const parts: Buffer[] = [];
  let start = 0;
  while (start < bytes.length) {
    const newline = bytes.indexOf(NEWLINE, start);
    const end = newline === -1 ? bytes.length : newline;
    const line = bytes.subarray(start, end);
    parts.push(redactLine(line), bytes.subarray(end, end + 1));
    start = end + 1;
  }
  return Buffer.concat(parts);
}

function redactLine(line: Buffer): Buffer {
  const text = line.toString('utf8');
  const value = text.startsWith('{') ? parseLine(text) : null;
  if (value === null) {
    const masked = maskSecrets(text);
    return masked === text ? line : Buffer.from(masked);
  }
  const masked = JSON.stringify(maskJson(value));
  return masked === JSON.stringify(value) ? line : Buffer.from(masked);
}

/** The line as JSON; null when it is none, for then it is masked as text. */
function parseLine(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
