/** A JSON object of which the artifacts don't say what it holds: a config, the parameters of a metric. */
export type RawObject = Readonly<Record<string, unknown>>;

export function isRawObject(raw: unknown): raw is RawObject {
  return typeof raw === 'object' && raw !== null && !Array.isArray(raw);
}

/** The object itself, or null for everything else. */
export function objectOf(raw: unknown): RawObject | null {
  return isRawObject(raw) ? raw : null;
}

/** The text itself, or null for everything else; an empty one says nothing, so it is null as well. */
export function textOf(raw: unknown): string | null {
  return typeof raw === 'string' && raw !== '' ? raw : null;
}

/** What a list holds; nothing for everything else. */
export function listOf(raw: unknown): readonly unknown[] {
  return Array.isArray(raw) ? raw : [];
}
