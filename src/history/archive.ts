import { createHash } from 'node:crypto';
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Run } from '../runs/run.ts';
import { DamagedEntry } from './damaged-entry.ts';
import { decodeRun, encodeRun } from './entry.ts';

/** An entry of the archive as it lies on the disk. */
export interface EntryFile {
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  /** Modification time in milliseconds since 1970. */
  readonly time: number;
}

/** A run with what stands for all of it. */
export interface KeyedRun {
  readonly run: Run;
  /** Hash of the run as the archive writes it. */
  readonly key: string;
}

const ENDING = '.json.gz';
/** Damaged entries are kept here, for somebody to look at. */
const ASIDE = 'damaged';
/** An entry is never larger: a file of some megabytes that unzips to gigabytes is no run. */
const LARGEST = 2 ** 30;

/**
 * The archive of runs: a folder with one gzipped file per invocation, named by its id. It is the truth: nothing of it
 * can be made again. Each file is written beside its place and then moved into it, so that it is there whole or not at
 * all, whatever happens meanwhile.
 */
export class Archive {
  readonly folder: string;
  readonly #isLookedAt: boolean;

  /**
   * @param folder absolute path; made when something is written to it
   * @param isLookedAt true for those who only look: what is damaged stays where it is
   */
  constructor(folder: string, isLookedAt = false) {
    this.folder = folder;
    this.#isLookedAt = isLookedAt;
  }

  /** The entries, sorted by name; none where there is no folder. */
  list(): EntryFile[] {
    if (!isFolder(this.folder)) return [];
    return readdirSync(this.folder)
      .filter((name) => name.endsWith(ENDING))
      .sort()
      .flatMap((name) => this.#entry(name) ?? []);
  }

  /** The entry of a run; null when there is none. */
  find(runId: string): EntryFile | null {
    return this.#entry(entryName(runId));
  }

  /** @throws DamagedEntry when it can't be read */
  read(name: string): KeyedRun {
    let text: string;
    try {
      const bytes = readFileSync(join(this.folder, name));
      text = gunzipSync(bytes, { maxOutputLength: LARGEST }).toString('utf8');
    } catch (error) {
      throw unreadable(error);
    }
    const run = decodeRun(text);
    if (entryName(run.id) !== name) {
      throw new DamagedEntry(`it is the run ${run.id}, whose file has another name`);
    }
    return { run, key: keyOf(text) };
  }

  /** Writes a run, in place of what is there of it. */
  write(run: Run): { readonly entry: EntryFile; readonly key: string } {
    const name = entryName(run.id);
    const path = join(this.folder, name);
    const text = encodeRun(run);
    mkdirSync(this.folder, { recursive: true });
    const beside = `${path}.${process.pid}.new`;
    writeFileSync(beside, gzipSync(text, { level: 9 }));
    renameSync(beside, path);
    return { entry: this.#entry(name) ?? { name, size: 0, time: 0 }, key: keyOf(text) };
  }

  remove(name: string): void {
    rmSync(join(this.folder, name), { force: true });
  }

  /** Takes a damaged entry out of the archive and keeps it. Returns where it is now, relative to the archive. */
  setAside(name: string): string {
    if (this.#isLookedAt) return name;
    mkdirSync(join(this.folder, ASIDE), { recursive: true });
    const taken = new Set(readdirSync(join(this.folder, ASIDE)));
    let free = name;
    for (let number = 2; taken.has(free); number++) free = `${number}-${name}`;
    renameSync(join(this.folder, name), join(this.folder, ASIDE, free));
    return `${ASIDE}/${free}`;
  }

  #entry(name: string): EntryFile | null {
    const found = statSync(join(this.folder, name), { throwIfNoEntry: false });
    return found?.isFile() ? { name, size: found.size, time: found.mtimeMs } : null;
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** The key of a run: the hash of what the archive writes of it. */
export function keyOfRun(run: Run): string {
  return keyOf(encodeRun(run));
}

function keyOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 22);
}

/** Invocation ids are UUIDs; whatever else comes as one must not name a file. */
function entryName(runId: string): string {
  const isPlain = /^[0-9a-z][0-9a-z-]{0,79}$/.test(runId);
  const hashed = createHash('sha256').update(runId).digest('hex').slice(0, 32);
  return `${isPlain ? runId : `id-${hashed}`}${ENDING}`;
}

const DAMAGES = new Map([
  ['Z_BUF_ERROR', 'its gzip stream is cut off'],
  ['Z_DATA_ERROR', 'its gzip stream is damaged'],
  ['ERR_BUFFER_TOO_LARGE', 'it unzips to more than any run takes'],
]);

function unreadable(error: unknown): DamagedEntry {
  if (!(error instanceof Error) || !('code' in error)) return new DamagedEntry(String(error));
  const damage = DAMAGES.get(String(error.code));
  return new DamagedEntry(damage ?? error.message, damage !== undefined);
}
