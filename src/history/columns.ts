import { DamagedEntry } from './damaged-entry.ts';

/**
 * How lists of like values are written: a list that repeats itself as the values that it has and where they stand, so
 * that gzip sees small whole numbers in a row. Each `pack` has its `unpack`, which gives the very same values back.
 */
type Json = unknown;

/** Texts, or nulls. */
export function packTexts(values: readonly (string | null)[]): Json {
  const places = new Map<string | null, number>();
  for (const value of values) if (!places.has(value)) places.set(value, places.size);
  if (places.size === 1) return { all: values[0] };
  if (places.size > values.length / 2) return values;
  return { of: [...places.keys()], at: values.map((value) => places.get(value) ?? 0) };
}

/** @param count how many there are */
export function unpackTexts(packed: Json, count: number): (string | null)[] {
  if (isObject(packed) && 'all' in packed) {
    return Array.from({ length: count }, () => textOrNull(packed['all']));
  }
  if (isObject(packed) && 'of' in packed) {
    const of = listOf(packed['of']).map(textOrNull);
    return listOf(packed['at'], count).map((place) => {
      const value = of[wholeNumber(place)];
      if (value === undefined) throw new DamagedEntry('a text is missing');
      return value;
    });
  }
  return listOf(packed, count).map(textOrNull);
}

/**
 * Fractions of which measured numbers are whole multiples: milliseconds, microseconds, nanoseconds, and what is left of
 * a difference of two times in seconds that are floating-point numbers, as dbt computes it.
 */
const UNITS = [1, 1e3, 1e6, 2 ** 22, 1e9];

/**
 * Numbers, or nulls.
 *
 * @param expected about what each of them is; only the difference is written
 */
export function packNumbers(
  values: readonly (number | null)[],
  expected: readonly number[] | null = null,
): Json {
  const unit = UNITS.find((candidate) => values.every((value) => isMultiple(value, candidate)));
  if (unit === undefined) return { v: values };
  const whole = values.map((value, at) =>
    value === null ? null : Math.round(value * unit) - Math.round((expected?.[at] ?? 0) * unit),
  );
  const [first = null] = whole;
  return whole.every((value) => value === first) ? { u: unit, all: first } : { u: unit, v: whole };
}

/**
 * @param count how many there are
 * @param expected what `packNumbers` was told
 * @throws DamagedEntry
 */
export function unpackNumbers(
  packed: Json,
  count: number,
  expected: readonly number[] | null = null,
): (number | null)[] {
  const { u: unit = null, v: values, all } = objectOf(packed);
  const raw =
    values === undefined ? Array.from({ length: count }, () => all) : listOf(values, count);
  return raw.map((value, at) => {
    if (value === null) return null;
    if (typeof value !== 'number') throw new DamagedEntry('a number is none');
    if (typeof unit !== 'number') return value;
    return (value + Math.round((expected?.[at] ?? 0) * unit)) / unit;
  });
}

function isMultiple(value: number | null, unit: number): boolean {
  if (value === null) return true;
  const whole = Math.round(value * unit);
  return Number.isSafeInteger(whole) && Math.abs(whole) < 2 ** 48 && Object.is(whole / unit, value);
}

/** Texts that mostly are times as this tool writes them, in ISO 8601 with milliseconds. */
export function packTimes(values: readonly (string | null)[], expected: readonly number[]): Json {
  return values.map((value, at) => {
    if (value === null) return null;
    const ms = Date.parse(value);
    const isPlain = !Number.isNaN(ms) && new Date(ms).toISOString() === value;
    return isPlain ? ms - (expected[at] ?? 0) : value;
  });
}

/** @param expected told the values before each, and gives what it is about */
export function unpackTimes(
  packed: Json,
  count: number,
  expected: (at: number, before: readonly (string | null)[]) => number,
): (string | null)[] {
  const times: (string | null)[] = [];
  for (const [at, value] of listOf(packed, count).entries()) {
    times.push(typeof value === 'number' ? isoOf(value + expected(at, times)) : textOrNull(value));
  }
  return times;
}

function isoOf(ms: number): string {
  const date = new Date(ms);
  if (Number.isNaN(date.getTime())) throw new DamagedEntry('a time is out of range');
  return date.toISOString();
}

/** Objects of a few shapes, key by key. */
export function packObjects(objects: readonly Readonly<Record<string, unknown>>[]): Json {
  const shapes = new Map<
    string,
    { keys: string[]; members: Readonly<Record<string, unknown>>[] }
  >();
  const at = objects.map((object) => {
    const keys = Object.keys(object);
    const name = JSON.stringify(keys);
    const shape = shapes.get(name) ?? { keys, members: [] };
    shapes.set(name, shape);
    shape.members.push(object);
    return [...shapes.keys()].indexOf(name);
  });
  return {
    at: packNumbers(at),
    shapes: [...shapes.values()].map(({ keys, members }) => ({
      keys,
      values: keys.map((key) => packValues(members.map((member) => member[key]))),
    })),
  };
}

/**
 * @param count how many there are
 * @throws DamagedEntry
 */
export function unpackObjects(packed: Json, count: number): Record<string, unknown>[] {
  const { at, shapes } = objectOf(packed);
  const places = unpackNumbers(at, count).map((place) => place ?? 0);
  const members = listOf(shapes).map((shape, number) => {
    const { keys, values } = objectOf(shape);
    const size = places.filter((place) => place === number).length;
    const columns = listOf(values).map((column) => unpackValues(column, size));
    const names = listOf(keys).map((key) => textOrNull(key) ?? '');
    return Array.from({ length: size }, (_, row) =>
      Object.fromEntries(names.map((name, column) => [name, columns[column]?.[row]])),
    );
  });
  const next = members.map(() => 0);
  return places.map((place) => {
    const row = next[place] ?? 0;
    next[place] = row + 1;
    const object = members[place]?.[row];
    if (object === undefined) throw new DamagedEntry('an object is missing');
    return object;
  });
}

function packValues(values: readonly unknown[]): Json {
  if (values.every((value) => typeof value === 'string')) return { t: packTexts(values) };
  if (values.every((value) => typeof value === 'number')) return { n: packNumbers(values) };
  return { j: values };
}

function unpackValues(packed: Json, count: number): unknown[] {
  const { t, n, j } = objectOf(packed);
  if (t !== undefined) return unpackTexts(t, count);
  return n === undefined ? listOf(j, count) : unpackNumbers(n, count);
}

/** Few of many: only those that are not null, with where they stand. */
export function packSparse(values: readonly unknown[]): Json {
  return values.flatMap((value, at) => (value === null ? [] : [[at, value]]));
}

/**
 * @param count how long the list is, nulls included
 * @throws DamagedEntry
 */
export function unpackSparse(packed: Json, count: number): unknown[] {
  const values = Array.from({ length: count }, (): unknown => null);
  for (const pair of listOf(packed)) {
    const [at, value] = listOf(pair, 2);
    values[wholeNumber(at)] = value;
  }
  if (values.length !== count) throw new DamagedEntry('a value stands outside of its list');
  return values;
}

/** @throws DamagedEntry when it is no list, or not of that length */
export function listOf(value: Json, count: number | null = null): unknown[] {
  if (!Array.isArray(value)) throw new DamagedEntry('a list is missing');
  if (count !== null && value.length !== count) throw new DamagedEntry('a list is cut off');
  return value;
}

export function objectOf(value: Json): Record<string, unknown> {
  if (!isObject(value)) throw new DamagedEntry('an object is missing');
  return value;
}

export function textOrNull(value: Json): string | null {
  if (value === null || typeof value === 'string') return value;
  throw new DamagedEntry('a text is none');
}

function wholeNumber(value: Json): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return value;
  throw new DamagedEntry('a place is none');
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
