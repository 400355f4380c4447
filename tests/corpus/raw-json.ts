import { existsSync, readFileSync } from 'node:fs';

/** A JSON object of unknown shape. */
export type Raw = Readonly<Record<string, unknown>>;

/** The value when it is a JSON object; an empty one otherwise. */
export function rawObject(value: unknown): Raw {
  return isRaw(value) ? value : {};
}

/** The value when it is a list; an empty one otherwise. */
export function rawList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The value when it is a string that says something; null otherwise. */
export function rawText(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

/** The strings of a list; everything else is left out. */
export function rawTexts(value: unknown): string[] {
  return rawList(value).filter((item): item is string => typeof item === 'string');
}

/** Parses a file; null when there is none. */
export function rawFile(path: string): Raw | null {
  return existsSync(path) ? rawObject(JSON.parse(readFileSync(path, 'utf8'))) : null;
}

function isRaw(value: unknown): value is Raw {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
