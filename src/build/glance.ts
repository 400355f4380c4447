import { statSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { recordPath } from './record.ts';
import type { FileOnDisk } from './site-folder.ts';

/** What a glancing thread tells of a folder: its files in columns, which cross threads as they are. */
export interface FolderColumns {
  /** Joined by NUL. */
  readonly paths: string;
  readonly sizes: Float64Array;
  readonly times: Float64Array;
}

/** A look at the output folder by a thread of its own, while artifacts are still being read. */
export interface Glance {
  /** What lies in the folder; null when that has to be looked at anew. */
  result(): Promise<Map<string, FileOnDisk> | null>;
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
  const worker = new Worker(new URL(name, import.meta.url), { workerData: out });
  // Nobody waits for it when the artifacts turn out to be unreadable.
  worker.unref();
  const seen = new Promise<FolderColumns | null>((resolve) => {
    worker.on('message', resolve);
    // A link in the folder, for one: this thread finds it again, and says so.
    worker.on('error', () => {
      resolve(null);
    });
  });
  return {
    async result() {
      worker.ref();
      const columns = await seen;
      // Another build may have been here meanwhile; each leaves a record of its own.
      if (columns === null || identityOf(recordFile)?.id !== before.id) return null;
      return filesOf(columns);
    },
  };
}

function identityOf(path: string): { readonly id: string; readonly size: number } | null {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return null;
  const { ino, size, mtimeMs } = found;
  return { id: `${ino} ${size} ${mtimeMs}`, size };
}

function filesOf({ paths, sizes, times }: FolderColumns): Map<string, FileOnDisk> {
  const files = new Map<string, FileOnDisk>();
  if (paths === '') return files;
  for (const [at, path] of paths.split('\0').entries()) {
    files.set(path, { size: sizes[at] ?? 0, time: times[at] ?? 0 });
  }
  return files;
}
