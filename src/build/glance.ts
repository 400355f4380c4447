import { statSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import type { Glimpse } from './glimpse.ts';
import { type BuildRecord, type FileRecord, recordPath } from './record.ts';

/** What a glancing thread is started with. */
export interface GlancerData {
  readonly out: string;
  readonly recordFile: string;
}

/** What a glancing thread tells. The record comes in columns, which cross threads faster than objects do. */
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

/** A look at the output folder and its record by a thread of its own, while this one does something else. */
export interface Glance {
  /** What was seen; null when that has to be looked at anew. */
  result(): Promise<Glimpse | null>;
}

/** Bytes of a record from which on walking its files takes longer than starting a thread does. */
const WORTH_A_THREAD = 500_000;

/** Begins to look at an output folder; null where there is little to see. */
export function glanceAt(
  out: string,
  cacheDir: string,
  worthAThread = WORTH_A_THREAD,
): Glance | null {
  const recordFile = recordPath(cacheDir, out);
  const before = identityOf(recordFile);
  if (before === null || before.size < worthAThread) return null;
  // The source runs as it is; the compiled command line has its glancer beside it.
  const name = import.meta.url.endsWith('.ts') ? './glancer.ts' : './glancer.js';
  const workerData: GlancerData = { out, recordFile };
  const worker = new Worker(new URL(name, import.meta.url), { workerData });
  // Nobody waits for it when the artifacts turn out to be unreadable.
  worker.unref();
  const seen = new Promise<Glimpse | null>((resolve) => {
    worker.on('message', ({ record, altered, foreign }: GlanceColumns) => {
      resolve({ record: recordOf(record), altered, foreign });
    });
    // A link in the folder, for one: this thread finds it again, and says so.
    worker.on('error', () => {
      resolve(null);
    });
  });
  return {
    async result() {
      worker.ref();
      const glimpse = await seen;
      // Another build may have been here meanwhile; each leaves a record of its own.
      if (glimpse === null || identityOf(recordFile)?.id !== before.id) return null;
      return glimpse;
    },
  };
}

function identityOf(path: string): { readonly id: string; readonly size: number } | null {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return null;
  const { ino, size, mtimeMs } = found;
  return { id: `${ino} ${size} ${mtimeMs}`, size };
}

/** A record as columns. */
export function columnsOf({ complete, compress, files, groups }: BuildRecord): RecordColumns {
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
