import { readHashedFile } from './bytes.ts';
import type { FoundFile } from './discover.ts';
import { findReading, isKept, keepReading, type KeepReadings } from './keep-readings.ts';
import { readFile } from './read-file.ts';

/**
 * The `FileReading` of a file as JSON, which is quicker to parse than an object is to copy from one thread to another:
 * what the last build kept of it when its bytes are the same, or a new one.
 *
 * @param keep null to keep nothing
 * @throws RangeError when it is longer than a string can be
 */
export async function readingText(found: FoundFile, keep: KeepReadings | null): Promise<string> {
  if (keep === null || !isKept(found)) return JSON.stringify(await readFile(found));
  const source = readHashedFile(found.absolutePath);
  // Where it can't be read, that is what its reading says.
  const sha256 = await source.then(
    (whole) => whole.sha256,
    () => null,
  );
  const kept = sha256 === null ? null : findReading(keep, found, sha256);
  if (kept !== null) return kept;
  const reading = await readFile(found, () => source);
  const text = JSON.stringify(reading);
  // What went wrong may go right the next time, as where there was no memory to unzip it.
  if (sha256 !== null && reading.entry.state === 'read') keepReading(keep, found, sha256, text);
  return text;
}
