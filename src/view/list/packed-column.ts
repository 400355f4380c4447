/**
 * One fact about every row of a list, in as few bytes as that takes: the value that all rows share, a value a row, or
 * the different values and which of them each row has.
 */
export type PackedColumn<T> =
  | { readonly same: T }
  | { readonly each: readonly T[] }
  | { readonly values: readonly T[]; readonly at: readonly number[] };

/** A column of texts. `{}` in a text stands for what its row has in the column `of`; without `of` for itself. */
export type PackedTexts<T extends string | null = string> = PackedColumn<T> & {
  readonly of?: 'name' | 'unique_id';
};

const OTHER = '{}';

/** Packs the values of all rows, in their order. Equal ones are found by what JSON makes of them. */
export function packColumn<T>(values: readonly T[]): PackedColumn<T> {
  const known = new Map<unknown, number>();
  const different: T[] = [];
  const at: number[] = [];
  for (const value of values) {
    const key = typeof value === 'object' && value !== null ? JSON.stringify(value) : value;
    const found = known.get(key) ?? different.length;
    if (found === different.length) {
      known.set(key, found);
      different.push(value);
      // Of one value there may be one row.
      if (found > 0 && different.length > values.length / 2) return { each: values };
    }
    at.push(found);
  }
  const [only] = different;
  if (different.length === 1 && only !== undefined) return { same: only };
  return different.length <= values.length / 2 ? { values: different, at } : { each: values };
}

/** Packs texts of which most hold another text of their row: ids its name, addresses its id. */
export function packTexts<T extends string | null>(
  texts: readonly T[],
  of: 'name' | 'unique_id',
  others: readonly string[],
): PackedTexts<T | string> {
  if (texts.some((text) => text?.includes(OTHER) === true)) return packColumn(texts);
  const short = texts.map((text, row) => without(text, others[row] ?? ''));
  return { ...packColumn<T | string>(short), of };
}

function without<T extends string | null>(text: T, other: string): T | string {
  const from = text === null || other === '' ? -1 : text.lastIndexOf(other);
  return text === null || from === -1
    ? text
    : text.slice(0, from) + OTHER + text.slice(from + other.length);
}

/** What gives the value of a row by its number. */
export function columnReader<T>(column: PackedColumn<T>): (row: number) => T | undefined {
  if ('same' in column) return () => column.same;
  if ('each' in column) return (row) => column.each[row];
  return (row) => {
    const at = column.at[row];
    return at === undefined ? undefined : column.values[at];
  };
}

/** What gives the text of a row by its number and what the row has in the column that the texts are packed with. */
export function textReader<T extends string | null>(
  column: PackedTexts<T | string>,
): (row: number, other: string) => T | string | undefined {
  const read = columnReader<T | string>(column);
  if (column.of === undefined) return read;
  return (row, other) => {
    const text = read(row);
    return typeof text === 'string' ? text.replace(OTHER, () => other) : text;
  };
}
