import { InvalidUtf8 } from '../errors/catalogue.ts';
import { decodeBytes, findInvalidUtf8, type HashedBytes, readHashedFile } from './bytes.ts';
import type { Diagnostics } from './diagnostics.ts';
import type { FoundFile } from './discover.ts';
import type { JsonFile } from './json-file.ts';
import { lineColumnAt } from './line-column.ts';

/** A JSON artifact, decoded but not yet parsed. */
export interface LoadedFile {
  readonly json: JsonFile;
  /** The SHA-256 of its bytes on disk, in hex. */
  readonly sha256: Promise<string>;
}

/**
 * Reads and decodes a JSON artifact.
 *
 * @param bytesOf gives the bytes at its path
 * @throws Error when it can't be opened or its gzip stream is broken.
 */
export async function loadFile(
  found: FoundFile,
  diagnostics: Diagnostics,
  bytesOf: (path: string) => Promise<HashedBytes> = readHashedFile,
): Promise<LoadedFile> {
  const { bytes: raw, sha256 } = await bytesOf(found.absolutePath);
  const bytes = decodeBytes(raw);
  const invalidAt = findInvalidUtf8(bytes);
  if (invalidAt !== null) {
    const { line, column } = lineColumnAt(bytes, invalidAt);
    diagnostics.add(InvalidUtf8, found.path, null, line, column);
  }
  return { json: { path: found.path, bytes, diagnostics }, sha256 };
}

const plainReasons = new Map([
  ['EACCES', 'permission denied'],
  ['EPERM', 'permission denied'],
  ['ENOENT', 'it was removed meanwhile'],
  ['EISDIR', 'it is a folder'],
  ['Z_BUF_ERROR', 'its gzip stream is cut off'],
  ['Z_DATA_ERROR', 'its gzip stream is damaged'],
  ['ERR_BUFFER_TOO_LARGE', 'it unzips to more than 4 GiB'],
]);

/** Why a file can't be read, in words; errors that are not about the file are thrown on. */
export function unreadableReason(error: unknown): string {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string')
    throw error;
  return plainReasons.get(error.code) ?? error.message;
}
