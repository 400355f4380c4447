/** JSON data, as the generator writes it. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

export interface JsonObject {
  readonly [key: string]: Json;
}

/** JSON text of the data with every string that is a value passed through `change`; keys stay. */
export function mapTexts(data: Json, change: (text: string, key: string) => string): Json {
  return mapUnder(data, '', change);
}

function mapUnder(data: Json, key: string, change: (text: string, key: string) => string): Json {
  if (typeof data === 'string') return change(data, key);
  if (isList(data)) return data.map((item) => mapUnder(item, key, change));
  if (typeof data !== 'object' || data === null) return data;
  return Object.fromEntries(
    Object.entries(data).map(([name, value]) => [name, mapUnder(value, name, change)]),
  );
}

function isList(data: Json): data is readonly Json[] {
  return Array.isArray(data);
}
