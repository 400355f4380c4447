import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '../errors/diagnostic.ts';
import type { SiteView } from '../view/site.ts';
import { nodeBuildEffects, type BuildEffects } from './build-effects.ts';
import { commitSite, type StagedFile } from './commit-site.ts';
import type { Glance } from './glance.ts';
import { lockFolder } from './lock.ts';
import { notWritable } from './not-writable.ts';
import type { SiteOutput } from './output.ts';
import { OutputRun } from './output-run.ts';
import type { PreparedWorker } from './prepared-worker.ts';
import { PreviousBuild, SIDE_KEY } from './previous-build.ts';
import { addToRecord, type FileRecord, readRecord, recordPath, writeRecord } from './record.ts';
import { clientFiles, readRendererHash } from './renderer/load-renderer.ts';
import { LOCK_FILE, refuseBadPlaces, refuseForeignFolder, STAGING_FOLDER } from './site-folder.ts';

export interface BuildOptions {
  /** The output folder. All paths are absolute. */
  readonly out: string;
  /** Never written to, nor below a folder that is. */
  readonly artifacts: string;
  readonly cacheDir: string;
  /** Where the compiled renderer lies. */
  readonly rendererDir: string;
  readonly site: SiteView;
  readonly workers: number;
  /** Write `.gz` and `.br` beside each text file. */
  readonly compress: boolean;
  /** Build into a folder that holds files of others, and leave them alone. */
  readonly force: boolean;
  /** How long to wait for another build into the same folder. */
  readonly patienceMs: number;
  /** A look at the output folder that has begun; without one it is looked at when it is locked. */
  readonly glance?: Glance | null;
  /** A worker that was started while artifacts were read. */
  readonly prepared?: PreparedWorker | null;
}

export interface BuildReport {
  readonly pages: number;
  readonly json: number;
  /** All files of the site, compressed forms and assets included. */
  readonly files: number;
  /** How many folders these lie in, the top one left out; counted when it is asked for. */
  readonly folders: () => number;
  readonly bytes: number;
  /** The largest page; null without pages. */
  readonly largestPage: { readonly file: string; readonly bytes: number } | null;
  readonly largestFile: { readonly file: string; readonly bytes: number } | null;
  /** Outputs made in this build, outputs taken over from the last, files removed. */
  readonly made: number;
  readonly reused: number;
  readonly removed: number;
  /** Files in the folder that are not part of the site. */
  readonly foreign: number;
  readonly renderMs: number;
  readonly writeMs: number;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Writes a site: makes what changed since the last build into a staging folder, and moves it into
 * place when everything is there. So a build that fails leaves the site as it was; one that is
 * killed while it moves is finished by the next, which checks all bytes.
 *
 * @param outputs taken one by one, so that views need not all be in memory
 * @throws SiteError when the folder must not or cannot be written, or the renderer cannot be used
 */
export async function buildSite(
  outputs: Iterable<SiteOutput>,
  options: BuildOptions,
  effects: BuildEffects = nodeBuildEffects(),
): Promise<BuildReport> {
  const { out, cacheDir, artifacts } = options;
  refuseBadPlaces(out, artifacts, cacheDir);
  const recordFile = recordPath(cacheDir, out);
  if (!options.force) {
    const seen = await options.glance?.result();
    refuseForeignFolder(out, seen ? seen.record : readRecord(recordFile));
  }
  const rendererHash = readRendererHash(options.rendererDir);

  let unlock: () => void;
  try {
    unlock = await lockFolder(out, LOCK_FILE, options.patienceMs, effects.lock);
  } catch (error) {
    throw notWritable(out, error);
  }
  const stagingDir = join(out, STAGING_FOLDER);
  try {
    rmSync(stagingDir, { recursive: true, force: true });
    mkdirSync(stagingDir);
    return await buildLocked(outputs, options, effects, { recordFile, rendererHash, stagingDir });
  } catch (error) {
    throw notWritable(out, error);
  } finally {
    rmSync(stagingDir, { recursive: true, force: true });
    unlock();
  }
}

/** Outputs whose views and texts leave some hundred megabytes of garbage behind. */
const MADE_BETWEEN_COLLECTIONS = 12_000;

async function buildLocked(
  outputs: Iterable<SiteOutput>,
  options: BuildOptions,
  effects: BuildEffects,
  own: { recordFile: string; rendererHash: string; stagingDir: string },
): Promise<BuildReport> {
  const { out, compress, site, rendererDir } = options;
  const began = effects.now();
  const seen = (await options.glance?.result()) ?? null;
  const previous = new PreviousBuild(out, own.recordFile, compress, seen);
  // All that was read to get here is garbage, and a first build keeps many views at once.
  if (previous.files.size === 0) effects.collectGarbage();
  const siteJson = JSON.stringify(site);
  const keys = { compress, renderer: `${own.rendererHash} ${siteJson}` };
  const run = new OutputRun(previous, keys, own.recordFile.replace(/\.jsonl$/, '-rows'));
  const pool = effects.startPool({
    workers: options.workers,
    context: { rendererDir, stagingDir: own.stagingDir, site: siteJson, compress },
    prepared: options.prepared ?? null,
    onResult: (result) => {
      run.take(result);
      if (run.made % MADE_BETWEEN_COLLECTIONS === 0) effects.collectGarbage();
      effects.progress(run.made);
    },
  });
  try {
    for (const source of [clientFiles(rendererDir, own.rendererHash, site.base), outputs]) {
      for (const output of source) await run.offer(output, pool);
    }
    await run.close(pool);
    await pool.finish();
  } finally {
    await pool.close();
  }
  const rendered = effects.now();

  const files = run.sortedFiles();
  const orphans = [...previous.files.keys()].filter((file) => !files.has(file));
  if (run.staged.length + orphans.length > 0) {
    // What merely goes needs no note: it is missing then.
    if (run.staged.length > 0) {
      const changes = { staged: run.staged, orphans, files };
      noteMoves(own.recordFile, previous, changes, compress);
    }
    await commitSite(out, own.stagingDir, run.staged, orphans);
  }
  writeRecord(own.recordFile, { complete: true, compress, files, groups: run.groups });

  return {
    ...run.summary(),
    folders: () => countFolders(files.keys()),
    removed: orphans.length,
    foreign: previous.countForeign(files),
    renderMs: rendered - began,
    writeMs: effects.now() - rendered,
  };
}

function countFolders(files: Iterable<string>): number {
  const folders = new Set<string>();
  for (const file of files) {
    let end = file.lastIndexOf('/');
    while (end > 0 && !folders.has(file.slice(0, end))) {
      folders.add(file.slice(0, end));
      end = file.lastIndexOf('/', end - 1);
    }
  }
  return folders.size;
}

/** Puts on record what is about to be moved into place, beside all that stands there. */
function noteMoves(
  recordFile: string,
  previous: PreviousBuild,
  {
    staged,
    orphans,
    files,
  }: {
    readonly staged: readonly StagedFile[];
    readonly orphans: readonly string[];
    readonly files: ReadonlyMap<string, FileRecord>;
  },
  compress: boolean,
): void {
  if (!previous.takesMore) {
    const all = new Map([...previous.files, ...files]);
    writeRecord(recordFile, { complete: false, compress, files: all, groups: new Map() });
    return;
  }
  const moved = new Map<string, FileRecord>();
  for (const { file } of staged) {
    const record = files.get(file);
    if (record !== undefined) moved.set(file, record);
  }
  for (const file of orphans) {
    const record = previous.files.get(file);
    // What comes in the place of its file may have no such form any more; as long as it is there, it is nothing's.
    if (record?.key === SIDE_KEY) moved.set(file, { ...record, key: '' });
  }
  addToRecord(recordFile, moved);
}
