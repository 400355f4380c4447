import { readHashedFile } from './bytes.ts';
import type { FoundFile } from './discover.ts';
import { forgetOthers, type KeepReadings } from './keep-readings.ts';
import { type FileReading, readFile } from './read-file.ts';
import { startReader } from './reader-thread.ts';
import { readingText } from './reading-text.ts';

/** Bytes beside the manifest from which on a thread of their own is worth its start. */
const WORTH_A_THREAD = 8e6;

/**
 * Reads artifacts, in the order given. Large ones are read in two threads: one begins with the
 * manifest, the other with what lies beside it, and each takes the next that nobody has begun.
 *
 * @param keep where readings are kept from one build to the next; null to keep nothing
 * @throws SiteError when the manifest is broken
 */
export async function readFiles(
  found: readonly FoundFile[],
  keep: KeepReadings | null = null,
  worthAThread = WORTH_A_THREAD,
  start = startReader,
): Promise<FileReading[]> {
  const beside = found.filter(({ kind, skipReason }) => kind !== 'manifest' && skipReason === null);
  const bytes = beside.reduce((sum, file) => sum + file.bytes, 0);
  const reader = bytes < worthAThread ? null : start(beside, keep);
  try {
    const readings = new Map<FoundFile, FileReading>();
    for (const file of found) {
      if (!beside.includes(file))
        readings.set(file, await readFile(file, (path) => readHashedFile(path, reader)));
    }
    // From the end, as the other thread comes from the start.
    for (const [place, file] of [...beside.entries()].reverse()) {
      if (reader?.take(place) ?? true) readings.set(file, await readBeside(file, keep));
    }
    for (const [place, file] of beside.entries()) {
      if (readings.has(file)) continue;
      const text = (await reader?.result(place)) ?? null;
      readings.set(file, parse(text ?? '') ?? (await readBeside(file, keep)));
    }
    if (keep !== null) forgetOthers(keep, found);
    return found.flatMap((file) => readings.get(file) ?? []);
  } finally {
    reader?.stop();
  }
}

/** What JSON cannot say (an infinite number) is gone, whichever thread read it. */
async function readBeside(file: FoundFile, keep: KeepReadings | null): Promise<FileReading> {
  return parse(await readingText(file, keep)) ?? readBeside(file, null);
}

/** Null where there is none, or what was kept of it is damaged. */
function parse(text: string): FileReading | null {
  try {
    return JSON.parse(text) as FileReading;
  } catch {
    return null;
  }
}
