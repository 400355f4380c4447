import { createHash, subtle } from 'node:crypto';
import { InvalidUtf8 } from '../errors/catalogue.ts';
import { decodeBytes, findInvalidUtf8, readFileBytes } from './bytes.ts';
import type { Diagnostics } from './diagnostics.ts';
import type { FoundFile } from './discover.ts';
import type { JsonFile } from './json-file.ts';
import { lineColumnAt } from './line-column.ts';

/** A JSON artifact, decoded but not yet parsed. */
export interface LoadedFile {
  readonly json: JsonFile;
  /** The SHA-256 of its bytes on disk, in hex: already on its way, so that it costs this thread no time. */
  readonly sha256: Promise<string>;
}

/** Larger ones are hashed by this thread, as the other would need a copy that may not fit. */
const MOST_COPIED = 1e9;

/**
 * Reads and decodes a JSON artifact.
 *
 * @throws Error when it can't be opened or its gzip stream is broken.
 */
export async function loadFile(found: FoundFile, diagnostics: Diagnostics): Promise<LoadedFile> {
  const raw = await readFileBytes(found.absolutePath);
  const sha256 = sha256Of(raw);
  const bytes = decodeBytes(raw);
  const invalidAt = findInvalidUtf8(bytes);
  if (invalidAt !== null) {
    const { line, column } = lineColumnAt(bytes, invalidAt);
    diagnostics.add(InvalidUtf8, found.path, null, line, column);
  }
  return { json: { path: found.path, bytes, diagnostics }, sha256 };
}

async function sha256Of(raw: Buffer<ArrayBuffer>): Promise<string> {
  if (raw.length > MOST_COPIED) return createHash('sha256').update(raw).digest('hex');
  return Buffer.from(await subtle.digest('SHA-256', raw)).toString('hex');
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
