import type { z } from 'zod';
import { FieldInvalid, NodeInvalid } from '../errors/catalogue.ts';
import type { Diagnostics } from './diagnostics.ts';
import { fillDefaults, isJsonObject, type JsonObject } from './fields.ts';
import { describeValue } from './json-file.ts';
import { formatJsonPath } from './json-path.ts';

/** Where a value stands, for diagnostics. */
export interface Place {
  readonly file: string;
  readonly path: readonly PropertyKey[];
  readonly diagnostics: Diagnostics;
}

/** Each pass removes something, but a hostile entry should not make many. */
const MAX_PASSES = 12;
const REMOVED = Symbol('removed');

const expectedWords = new Map([
  ['string', 'a string'],
  ['number', 'a number'],
  ['boolean', 'true or false'],
  ['array', 'a list'],
  ['tuple', 'a list'],
  ['object', 'an object'],
]);

/**
 * Validates an entry, giving up as little as possible: a field that doesn't fit is removed with a
 * warning, so that its default applies; null only when the entry can't do without it. Changes `raw`.
 */
export function salvage<S extends z.ZodType>(
  schema: S,
  raw: JsonObject,
  place: Place,
): z.output<S> | null {
  for (let pass = 0; pass < MAX_PASSES; pass += 1) {
    fillDefaults(schema, raw);
    const result = schema.safeParse(raw);
    if (result.success) return result.data;
    const lists = new Set<unknown[]>();
    for (const issue of result.error.issues) {
      const isFatal = !removeAt(raw, issue, place, lists);
      if (isFatal)
        return drop(place, `\`${issue.path.map(String).join('.')}\` is missing or unusable`);
    }
    for (const list of lists) {
      list.splice(0, list.length, ...list.filter((item) => item !== REMOVED));
    }
  }
  return drop(place, 'too many of its fields are unusable');
}

function drop(place: Place, reason: string): null {
  place.diagnostics.add(NodeInvalid, place.file, formatJsonPath(place.path), reason);
  return null;
}

/** Removes what an issue is about, or what contains it when nothing is there. False when that is the entry itself. */
function removeAt(
  raw: JsonObject,
  issue: z.core.$ZodIssue,
  place: Place,
  lists: Set<unknown[]>,
): boolean {
  const holders: unknown[] = [raw];
  for (const key of issue.path.slice(0, -1)) holders.push(child(holders.at(-1), key));
  for (let depth = issue.path.length - 1; depth >= 0; depth -= 1) {
    const holder = holders[depth];
    const key = issue.path[depth] ?? '';
    const value = child(holder, key);
    if (value === REMOVED) return true;
    if (value === undefined) continue;
    const path = formatJsonPath([
      ...place.path,
      ...readablePath(raw, issue.path.slice(0, depth + 1)),
    ]);
    const isItself = depth === issue.path.length - 1;
    const found = isItself ? describeValue(value) : 'an incomplete entry';
    place.diagnostics.add(FieldInvalid, place.file, path, found, expectedOf(issue, isItself));
    if (Array.isArray(holder)) {
      holder[Number(key)] = REMOVED;
      lists.add(holder);
    } else if (isJsonObject(holder)) {
      Reflect.deleteProperty(holder, key);
    }
    return true;
  }
  return false;
}

function expectedOf(issue: z.core.$ZodIssue, isItself: boolean): string {
  if (!isItself) return `one with \`${String(issue.path.at(-1))}\``;
  if (issue.code === 'invalid_type') return expectedWords.get(issue.expected) ?? issue.expected;
  return issue.code === 'custom' ? issue.message.replace('expected ', '') : 'another shape';
}

function child(holder: unknown, key: PropertyKey): unknown {
  if (Array.isArray(holder)) return holder[Number(key)] as unknown;
  if (!isJsonObject(holder) || !Object.hasOwn(holder, key)) return undefined;
  return holder[String(key)];
}

/** Columns and stats are a list here but keyed by name in the file: the path names them as the file does. */
function readablePath(raw: JsonObject, path: readonly PropertyKey[]): PropertyKey[] {
  const [first, index, ...rest] = path;
  if ((first !== 'columns' && first !== 'stats') || typeof index !== 'number') return [...path];
  const name = child(child(raw[first], index), first === 'columns' ? 'name' : 'id');
  return [first, typeof name === 'string' ? name : index, ...rest];
}
