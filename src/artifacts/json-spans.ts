/** A value in a file: its bytes from `start` up to, not including, `end`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** An entry of an object: its key and the span of its value. */
export interface SpanEntry extends Span {
  readonly key: string;
}

/** An entry of a file's outermost object, with its own entries; null when it is no object. */
export interface OuterEntry extends SpanEntry {
  readonly children: readonly SpanEntry[] | null;
}

/** The bytes are not JSON at `offset`. */
export class JsonStructureError extends Error {
  readonly offset: number;
  readonly problem: string;

  constructor(offset: number, problem: string) {
    super(problem);
    this.offset = offset;
    this.problem = problem;
  }
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;

/** Strings up to this length are scanned in place: a call to `indexOf` costs more than that. */
const SHORT_STRING = 24;

/** Python's own JSON writer gives up here, so no dbt writes deeper; code that recurses stays safe. */
const DEEPEST = 1000;

/**
 * Finds the entries of the object that starts at `start` without parsing their values, so that a
 * file larger than the longest possible string can be read piece by piece.
 *
 * @throws JsonStructureError when the brackets, quotes, colons and commas of this level don't add up.
 */
export function splitObject(bytes: Buffer, start = 0): SpanEntry[] {
  const entries: SpanEntry[] = [];
  walkObject(bytes, start, (key, valueStart) => {
    const end = skipValue(bytes, valueStart);
    entries.push({ key, start: valueStart, end });
    return end;
  });
  return entries;
}

/** Like `splitObject`, and finds the entries of those values that are objects in the same pass. */
export function splitTwoLevels(bytes: Buffer, start = 0): OuterEntry[] {
  const outer: OuterEntry[] = [];
  walkObject(bytes, start, (key, valueStart) => {
    const isObject = bytes[valueStart] === OPEN_BRACE;
    const children: SpanEntry[] = [];
    const end = isObject
      ? walkObject(bytes, valueStart, (childKey, childStart) => {
          const childEnd = skipValue(bytes, childStart);
          children.push({ key: childKey, start: childStart, end: childEnd });
          return childEnd;
        })
      : skipValue(bytes, valueStart);
    outer.push({ key, start: valueStart, end, children: isObject ? children : null });
    return end;
  });
  return outer;
}

/** Goes through the entries of an object; `onValue` returns where the value ends. Returns the end of the object. */
function walkObject(
  bytes: Buffer,
  start: number,
  onValue: (key: string, valueStart: number) => number,
): number {
  let at = expect(bytes, skipSpace(bytes, start), OPEN_BRACE, 'an object');
  at = skipSpace(bytes, at);
  if (bytes[at] === CLOSE_BRACE) return at + 1;
  for (;;) {
    at = skipSpace(bytes, at);
    if (bytes[at] !== QUOTE) throw unexpected(bytes, at, 'a key');
    const keyEnd = skipString(bytes, at);
    const key = readKey(bytes, at, keyEnd);
    at = expect(bytes, skipSpace(bytes, keyEnd), COLON, 'a colon');
    at = skipSpace(bytes, onValue(key, skipSpace(bytes, at)));
    if (bytes[at] === CLOSE_BRACE) return at + 1;
    at = expect(bytes, at, COMMA, 'a comma or }');
  }
}

/** Finds the items of the list that starts at `start`, like `splitObject`. */
export function splitArray(bytes: Buffer, start = 0): Span[] {
  const items: Span[] = [];
  let at = expect(bytes, skipSpace(bytes, start), OPEN_BRACKET, 'a list');
  at = skipSpace(bytes, at);
  if (bytes[at] === CLOSE_BRACKET) return items;
  for (;;) {
    const itemStart = skipSpace(bytes, at);
    const itemEnd = skipValue(bytes, itemStart);
    items.push({ start: itemStart, end: itemEnd });
    at = skipSpace(bytes, itemEnd);
    if (bytes[at] === CLOSE_BRACKET) return items;
    at = expect(bytes, at, COMMA, 'a comma or ]');
  }
}

/** What kind of value starts at `start`. */
export function kindAt(bytes: Buffer, start: number): 'object' | 'list' | 'other' {
  const first = bytes[skipSpace(bytes, start)];
  if (first === OPEN_BRACE) return 'object';
  return first === OPEN_BRACKET ? 'list' : 'other';
}

/**
 * Checks that nothing but white space follows the object whose entries end at `lastEnd`.
 *
 * @throws JsonStructureError when something does.
 */
export function expectEnd(bytes: Buffer, lastEnd: number): void {
  const at = skipSpace(bytes, bytes.indexOf(CLOSE_BRACE, lastEnd) + 1);
  if (at < bytes.length) throw unexpected(bytes, at, 'the end of the file');
}

/** The offset of the first byte from `at` on that is no white space. */
function skipSpace(bytes: Buffer, at: number): number {
  let next = at;
  for (;;) {
    const byte = bytes[next];
    if (byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09) return next;
    next += 1;
  }
}

function skipValue(bytes: Buffer, start: number): number {
  const first = bytes[start];
  if (first === QUOTE) return skipString(bytes, start);
  if (first === OPEN_BRACE || first === OPEN_BRACKET) return skipNested(bytes, start);
  let at = start;
  while (at < bytes.length && isScalarByte(bytes[at] ?? 0)) at += 1;
  if (at === start) throw unexpected(bytes, at, 'a value');
  return at;
}

/** Letters, digits, `+`, `-` and `.`: what numbers and literals are made of. */
function isScalarByte(byte: number): boolean {
  return (
    (byte >= 0x30 && byte <= 0x39) ||
    (byte >= 0x61 && byte <= 0x7a) ||
    (byte >= 0x41 && byte <= 0x5a) ||
    byte === 0x2b ||
    byte === 0x2d ||
    byte === 0x2e
  );
}

function skipNested(bytes: Buffer, start: number): number {
  const length = bytes.length;
  let depth = 0;
  let at = start;
  while (at < length) {
    const byte = bytes[at];
    if (byte === QUOTE) {
      at = skipString(bytes, at);
      continue;
    }
    at += 1;
    if (byte === OPEN_BRACE || byte === OPEN_BRACKET) {
      depth += 1;
      if (depth > DEEPEST) throw new JsonStructureError(at - 1, `nested more than ${DEEPEST} deep`);
    } else if (byte === CLOSE_BRACE || byte === CLOSE_BRACKET) {
      depth -= 1;
      if (depth === 0) return at;
    }
  }
  throw new JsonStructureError(length, 'the file ends in the middle of a value');
}

function skipString(bytes: Buffer, start: number): number {
  let at = start + 1;
  const near = Math.min(at + SHORT_STRING, bytes.length);
  while (at < near) {
    const byte = bytes[at];
    if (byte === QUOTE) return at + 1;
    at += byte === BACKSLASH ? 2 : 1;
  }
  for (;;) {
    const quote = bytes.indexOf(QUOTE, at);
    if (quote === -1) {
      throw new JsonStructureError(bytes.length, 'the file ends in the middle of a string');
    }
    // The quote is escaped when an odd number of backslashes stands before it.
    let before = quote - 1;
    while (before >= at && bytes[before] === BACKSLASH) before -= 1;
    if ((quote - before) % 2 === 1) return quote + 1;
    at = quote + 1;
  }
}

function readKey(bytes: Buffer, start: number, end: number): string {
  const raw = bytes.toString('utf8', start, end);
  if (!raw.includes('\\')) return raw.slice(1, -1);
  try {
    return String(JSON.parse(raw));
  } catch {
    throw new JsonStructureError(start, `the key ${raw.slice(0, 80)} has an invalid escape`);
  }
}

function expect(bytes: Buffer, at: number, byte: number, expected: string): number {
  if (bytes[at] !== byte) throw unexpected(bytes, at, expected);
  return at + 1;
}

function unexpected(bytes: Buffer, at: number, expected: string): JsonStructureError {
  if (at >= bytes.length) {
    return new JsonStructureError(bytes.length, `the file ends here, expected ${expected}`);
  }
  const found = String.fromCodePoint(bytes.toString('utf8', at, at + 4).codePointAt(0) ?? 0);
  return new JsonStructureError(at, `found ${JSON.stringify(found)}, expected ${expected}`);
}
