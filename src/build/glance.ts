import { statSync } from 'node:fs';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { type Glimpse, lookAt } from './glimpse.ts';
import { type BuildRecord, type FileRecord, recordPath } from './record.ts';

/** What another thread is asked to look at, and where it tells what it saw. */
export interface GlanceRequest {
  readonly out: string;
  readonly recordFile: string;
  readonly port: MessagePort;
}

/** What it tells. The record comes in columns, which cross threads faster than objects do. */
export interface GlanceColumns extends Omit<Glimpse, 'record'> {
  readonly record: RecordColumns | null;
}

/** The record of the last build. Texts are joined by NUL. */
export interface RecordColumns {
  readonly complete: boolean;
  readonly compress: boolean;
  readonly paths: string;
  readonly keys: string;
  readonly hashes: string;
  readonly sizes: Float64Array;
  /** The place of a file's group among `groups`; -1 outside of all. */
  readonly places: Int32Array;
  readonly groups: readonly (readonly [name: string, key: string])[];
}

/** A look at the output folder and its record by another thread, while this one does something else. */
export interface Glance {
  /** What was seen; null when that has to be looked at anew. */
  result(): Promise<Glimpse | null>;
}

/** Bytes of a record from which on walking its files takes longer than to be told of them. */
const WORTH_TELLING = 500_000;

/** A look at an output folder, and what to hand to the thread that takes it; null where there is little to see. */
export function openGlance(
  out: string,
  cacheDir: string,
  worthTelling = WORTH_TELLING,
): { readonly request: GlanceRequest; readonly glance: Glance } | null {
  const recordFile = recordPath(cacheDir, out);
  const before = identityOf(recordFile);
  if (before === null || before.size < worthTelling) return null;
  const { port1, port2 } = new MessageChannel();
  const seen = new Promise<Glimpse | null>((resolve) => {
    port1.once('message', (told: GlanceColumns | null) => {
      resolve(told && { ...told, record: recordOf(told.record) });
      port1.close();
    });
    // As when that thread ends before it has looked.
    port1.once('close', () => {
      resolve(null);
    });
  });
  // Nobody waits for it when the artifacts turn out to be unreadable.
  port1.unref();
  return {
    request: { out, recordFile, port: port2 },
    glance: {
      async result() {
        port1.ref();
        const glimpse = await seen;
        // Another build may have been here meanwhile; each leaves a record of its own.
        if (glimpse === null || identityOf(recordFile)?.id !== before.id) return null;
        return glimpse;
      },
    },
  };
}

/** Looks, and tells. What is wrong with a folder, as a link in it, is for the asking thread to find and to say. */
export function answerGlance({ out, recordFile, port }: GlanceRequest): void {
  port.postMessage(columnsSeen(out, recordFile));
  port.close();
}

function columnsSeen(out: string, recordFile: string): GlanceColumns | null {
  try {
    const { record, altered, foreign } = lookAt(out, recordFile);
    return { record: record && columnsOf(record), altered, foreign };
  } catch {
    return null;
  }
}

function identityOf(path: string): { readonly id: string; readonly size: number } | null {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return null;
  const { ino, size, mtimeMs } = found;
  return { id: `${ino} ${size} ${mtimeMs}`, size };
}

/** A record as columns. */
function columnsOf({ complete, compress, files, groups }: BuildRecord): RecordColumns {
  const found = [...files.values()];
  const names = new Map([...groups.keys()].map((name, place) => [name, place]));
  return {
    complete,
    compress,
    paths: [...files.keys()].join('\0'),
    keys: found.map(({ key }) => key).join('\0'),
    hashes: found.map(({ hash }) => hash).join('\0'),
    sizes: Float64Array.from(found, ({ size }) => size),
    places: Int32Array.from(found, ({ group }) => names.get(group ?? '') ?? -1),
    groups: [...groups],
  };
}

function recordOf(columns: RecordColumns | null): BuildRecord | null {
  if (columns === null) return null;
  const { complete, compress, paths, sizes, places, groups } = columns;
  const files = new Map<string, FileRecord>();
  const keys = columns.keys.split('\0');
  const hashes = columns.hashes.split('\0');
  for (const [at, path] of (paths === '' ? [] : paths.split('\0')).entries()) {
    const group = groups[places[at] ?? -1]?.[0] ?? null;
    files.set(path, { key: keys[at] ?? '', size: sizes[at] ?? 0, hash: hashes[at] ?? '', group });
  }
  return { complete, compress, files, groups: new Map(groups) };
}
