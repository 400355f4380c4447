import type { FoundFile } from './discover.ts';
import { type FileReading, readFile } from './read-file.ts';
import { startReader } from './reader-thread.ts';

/** Bytes beside the manifest from which on a thread of their own is worth its start. */
const WORTH_A_THREAD = 8e6;

/**
 * Reads artifacts, in the order given. Large ones are read in two threads: one begins with the
 * manifest, the other with what lies beside it, and each takes the next that nobody has begun.
 *
 * @throws SiteError when the manifest is broken
 */
export async function readFiles(
  found: readonly FoundFile[],
  worthAThread = WORTH_A_THREAD,
  start = startReader,
): Promise<FileReading[]> {
  const beside = found.filter(({ kind, skipReason }) => kind !== 'manifest' && skipReason === null);
  const bytes = beside.reduce((sum, file) => sum + file.bytes, 0);
  const reader = bytes < worthAThread ? null : start(beside);
  try {
    const readings = new Map<FoundFile, FileReading>();
    for (const file of found) {
      if (!beside.includes(file)) readings.set(file, await readFile(file, reader));
    }
    // From the end, as the other thread comes from the start.
    for (const [place, file] of [...beside.entries()].reverse()) {
      if (reader?.take(place) ?? true) readings.set(file, asText(await readFile(file)));
    }
    for (const [place, file] of beside.entries()) {
      if (readings.has(file)) continue;
      const text = (await reader?.result(place)) ?? null;
      readings.set(file, text === null ? asText(await readFile(file)) : parse(text));
    }
    return found.flatMap((file) => readings.get(file) ?? []);
  } finally {
    reader?.stop();
  }
}

/** What JSON cannot say (an infinite number) is gone, whichever thread read it. */
function asText(reading: FileReading): FileReading {
  return parse(JSON.stringify(reading));
}

function parse(text: string): FileReading {
  return JSON.parse(text) as FileReading;
}
