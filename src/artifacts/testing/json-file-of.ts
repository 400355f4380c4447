import { createDiagnostics } from '../diagnostics.ts';
import type { JsonFile } from '../json-file.ts';

/** A JSON file for a test, from its text or from a value. */
export function jsonFileOf(content: unknown, path = 'manifest.json'): JsonFile {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  return { path, bytes: Buffer.from(text), diagnostics: createDiagnostics() };
}

/** The diagnostics of a file as short lines: code, place, message. */
export function findingsOf(file: JsonFile): string[] {
  return file.diagnostics
    .list()
    .map(({ code, jsonPath, message }) => `${code} ${jsonPath ?? '-'} ${message}`);
}
