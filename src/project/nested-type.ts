/** A part of a column that is a record: `a.b` of `a`. */
export interface NestedPart {
  /** Names from the column's own parts down, without the column: `['b', 'c']`. */
  readonly path: readonly string[];
  readonly type: string;
}

/** What one type may cost; beyond it the rest of its parts is left out. */
const MOST_TEXT = 20_000;
const MOST_PARTS = 500;
const MOST_DEPTH = 8;

const RECORD = /^(?:struct|row|tuple|nested|object|record)\s*[<(]/i;
const LIST = /^(?:array|list|nullable|lowcardinality)\s*[<(]/i;

/**
 * The parts of a record type as warehouses write it, parents before their parts: `STRUCT<a INT64, b ARRAY<STRUCT<c
 * STRING>>>`, `struct<a:int>`, `ROW(a varchar)`, `STRUCT(a VARCHAR)[]`, `Tuple(a String)`. Lists are looked through.
 * Empty for a type that is no record, or whose parts have no names.
 */
export function nestedParts(type: string): NestedPart[] {
  if (type.length > MOST_TEXT) return [];
  const parts: NestedPart[] = [];
  collect(type, [], parts);
  return parts;
}

/** The type without what `nestedParts` tells: `ARRAY<STRUCT<…>>`. */
export function shortType(type: string): string {
  const body = recordBody(type);
  return body === null ? type : type.replace(body, () => '…');
}

function collect(type: string, path: readonly string[], parts: NestedPart[]): void {
  if (path.length >= MOST_DEPTH) return;
  const body = recordBody(type);
  if (body === null) return;
  const fields = splitFields(body).map(fieldOf);
  // Where one part has no name, positions are all there is: nothing that a column could be called by.
  if (fields.some((field) => field === null)) return;
  for (const field of fields) {
    if (field === null || parts.length >= MOST_PARTS) return;
    const inner = [...path, field.name];
    parts.push({ path: inner, type: field.type });
    collect(field.type, inner, parts);
  }
}

/** What stands between the brackets of a record, lists around it looked through; null for other types. */
function recordBody(type: string): string | null {
  let text = type.trim();
  for (let depth = 0; depth < MOST_DEPTH; depth++) {
    text = text.replace(/(?:\[\d*\]\s*)+$/, '').trim();
    const inner = bracketed(text);
    if (inner === null) return null;
    if (RECORD.test(text)) return inner;
    if (!LIST.test(text)) return null;
    text = inner.trim();
  }
  return null;
}

/** `b` of `a<b>` where the first bracket closes at the very end. */
function bracketed(text: string): string | null {
  const start = text.search(/[<(]/);
  if (start === -1 || !/[>)]$/.test(text)) return null;
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    depth += step(text.charAt(at));
    if (depth === 0) return at === text.length - 1 ? text.slice(start + 1, at) : null;
  }
  return null;
}

function splitFields(body: string): string[] {
  const fields: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < body.length; at++) {
    const letter = body.charAt(at);
    depth += step(letter);
    if (letter !== ',' || depth > 0) continue;
    fields.push(body.slice(start, at));
    start = at + 1;
  }
  return [...fields, body.slice(start)];
}

function step(letter: string): number {
  if (letter === '<' || letter === '(') return 1;
  return letter === '>' || letter === ')' ? -1 : 0;
}

function fieldOf(text: string): { readonly name: string; readonly type: string } | null {
  const match = /^\s*(?:"([^"]+)"|`([^`]+)`|([^\s:<>()"`]+))\s*(?::|\s)\s*(\S[\s\S]*)$/.exec(text);
  const name = match?.[1] ?? match?.[2] ?? match?.[3];
  const type = match?.[4]?.trim();
  return name === undefined || type === undefined ? null : { name, type };
}
