import {
  BundleNotMade,
  OutputConflict,
  OutputOutside,
  PageNotRendered,
} from '../errors/catalogue.ts';
import type { Diagnostic } from '../errors/diagnostic.ts';
import { compareText } from '../project/order.ts';
import { Claims, type ClaimProblem } from './claims.ts';
import type { StagedFile } from './commit-site.ts';
import { isCompressible, SIDE_EXTENSIONS } from './compress.ts';
import { contentHash } from './content-hash.ts';
import { contentOf, keyOf, type MadeOutput, taskOf } from './made-output.ts';
import {
  pageFile,
  type BundleOutput,
  type ClosingOutputs,
  type KeyedOutput,
  type OutputGroup,
  type SingleOutput,
  type SiteOutput,
} from './output.ts';
import type { Pool } from './pool.ts';
import {
  groupAround,
  type IntactFile,
  type IntactGroup,
  nameInside,
  type PreviousBuild,
  SIDE_KEY,
} from './previous-build.ts';
import { RowKeeper } from './kept-rows.ts';
import type { FileRecord } from './record.ts';
import type { Task, TaskResult } from './task.ts';

/** Enough to make messages between threads cheap, few enough to share the end of the work. */
const TASKS_PER_BATCH = 32;
const CHARACTERS_PER_BATCH = 1 << 19;

/** Goes through the outputs of one build: decides what must be made, and collects what was. */
export class OutputRun {
  readonly #previous: PreviousBuild;
  readonly #keyOfPages: string;
  readonly #keyOfOthers: string;
  readonly #compress: boolean;
  readonly #claims = new Claims();
  readonly #rows: RowKeeper;
  readonly #files = new Map<string, FileRecord>();
  readonly #staged: StagedFile[] = [];
  readonly #problems: Diagnostic[] = [];
  readonly #pending = new Map<string, PendingOutput>();
  readonly #groups = new Map<string, string>();
  readonly #seenGroups = new Set<string>();
  readonly #closing: ClosingOutputs[] = [];
  readonly #bundles: PendingBundle[] = [];
  readonly #stagedAssets: StagedFile[] = [];
  /** Full name of the group that is gone through; null outside of all. */
  #group: string | null = null;
  #lostPaths = 0;
  #batch: Task[] = [];
  #batchCharacters = 0;
  #counts = { page: 0, json: 0, text: 0, file: 0, artifact: 0 };
  #offered = 0;
  #reused = 0;
  #made = 0;
  #lastKeyed: { readonly key: string | null; readonly hashed: string } = { key: null, hashed: '' };
  #largestPage: { file: string; bytes: number } | null = null;

  /**
   * @param keys.renderer what pages depend on besides their view: the renderer, the site's names
   * @param rowsFolder where it remembers what texts were put together from
   */
  constructor(
    previous: PreviousBuild,
    keys: { compress: boolean; renderer: string },
    rowsFolder: string,
  ) {
    this.#previous = previous;
    this.#compress = keys.compress;
    this.#keyOfOthers = keys.compress ? 'compressed' : 'plain';
    // Hashed once, as it is part of every key.
    this.#keyOfPages = contentHash(`${this.#keyOfOthers} ${keys.renderer}`);
    this.#rows = new RowKeeper(rowsFolder, this.#keyOfPages);
  }

  get made(): number {
    return this.#made;
  }

  /** What is to be moved into place: assets first, as new pages need them and old ones do not. */
  get staged(): readonly StagedFile[] {
    return [...this.#stagedAssets, ...this.#staged];
  }

  /** Every file of the site, sorted. Complete when the pool has finished. */
  sortedFiles(): Map<string, FileRecord> {
    // Those of the last build lie sorted on record, and what is mostly sorted takes a few comparisons a file.
    const known = this.#previous.files;
    const fresh = [...this.#files.keys()].filter((file) => !known.has(file));
    const sorted = new Map<string, FileRecord>();
    for (const file of [...known.keys(), ...fresh].sort(compareText)) {
      const record = this.#files.get(file);
      if (record !== undefined) sorted.set(file, record);
    }
    return sorted;
  }

  /** The groups of this build with their keys. */
  get groups(): ReadonlyMap<string, string> {
    return this.#groups;
  }

  /** Takes the next output of the plan: keeps what the last build made of it, or has it made. */
  async offer(output: SiteOutput, pool: Pool): Promise<void> {
    if (output.kind === 'group') await this.#offerGroup(output, pool);
    else if (output.kind === 'bundle') this.#offerBundle(output);
    else if (output.kind === 'closing') this.#closing.push(output);
    else await this.#offerSingle(output, pool);
  }

  /** Takes what is made from the files of all others, and hands over what is left. */
  async close(pool: Pool): Promise<void> {
    for (const bundle of this.#bundles) await this.#takeBundle(bundle, pool);
    if (this.#closing.length > 0) {
      const files = [...this.#files.keys(), ...this.#pending.keys()].sort(compareText);
      for (const { make } of this.#closing) {
        for (const output of make(files)) await this.#offerSingle(output, pool);
      }
    }
    await this.#flush(pool);
  }

  /** The full name and key of a group; null when what the last build made of it stays. */
  #enterGroup(output: OutputGroup | BundleOutput): { name: string; key: string } | null {
    const name = nameInside(this.#group, output.name);
    if (this.#seenGroups.has(name)) throw new Error(`Two groups of outputs are named ${name}.`);
    this.#seenGroups.add(name);
    const key = keyOf(this.#keyOfPages, 'group', output.key);
    const intact = this.#previous.intactGroup(name, key);
    if (intact === null) return { name, key };
    this.#keepGroup(intact);
    return null;
  }

  #offerBundle(output: BundleOutput): void {
    const entered = this.#enterGroup(output);
    if (entered === null) return;
    const making = output.make();
    // Looked at when it is its turn; until then a failure is no surprise to anybody.
    making.catch(() => undefined);
    this.#bundles.push({ ...entered, making });
  }

  async #takeBundle({ name, key, making }: PendingBundle, pool: Pool): Promise<void> {
    try {
      const outputs = await making;
      this.#group = name;
      for (const output of outputs) await this.#offerSingle(output, pool);
      this.#groups.set(name, key);
    } catch (error) {
      // What it is part of is not whole, and is gone through again by the next build.
      for (let outer = name; outer !== ''; outer = groupAround(outer)) this.#groups.delete(outer);
      const reason = error instanceof Error ? error.message : String(error);
      this.#report(BundleNotMade, name, BundleNotMade.message(reason));
    } finally {
      this.#group = null;
    }
  }

  async #offerGroup(output: OutputGroup, pool: Pool): Promise<void> {
    const entered = this.#enterGroup(output);
    if (entered === null) return;
    const { name, key } = entered;
    const outer = this.#group;
    const lost = this.#lostPaths;
    this.#group = name;
    for (const inner of output.make()) await this.offer(inner, pool);
    this.#group = outer;
    // What lost its path to another output is on no record, but has to be told of by the next build.
    if (this.#lostPaths === lost) this.#groups.set(name, key);
  }

  #keepGroup({ files, groups }: IntactGroup): void {
    for (const [file, { record, sides }] of files) {
      if (!this.#claim(file)) continue;
      this.#counts[kindOfFile(file)]++;
      this.#reused++;
      this.#keep(file, record, sides);
    }
    for (const [name, key] of groups) this.#groups.set(name, key);
  }

  async #offerSingle(output: SingleOutput, pool: Pool): Promise<void> {
    const file = output.kind === 'page' ? pageFile(output.path) : output.file;
    if (!this.#claim(file)) return;

    let made: MadeOutput | null = output.kind === 'keyed' ? null : output;
    let content = made === null ? null : contentOf(made);
    // What a key stands for is made by this release's code, which the renderer's hash covers.
    const prefix = output.kind === 'page' ? this.#keyOfPages : this.#keyOfOthers;
    const key =
      output.kind === 'keyed'
        ? this.#keyOfKeyed(output.key)
        : keyOf(prefix, output.kind, content ?? '');
    this.#counts[kindOf(output)]++;
    const intact = this.#previous.intact(file);
    if (intact?.record.key === key) {
      this.#reused++;
      this.#keep(file, { ...intact.record, group: this.#group }, intact.sides);
      return;
    }
    if (output.kind === 'keyed') made = this.#madeOf(output, key, intact);
    if (made === null) return;
    content ??= contentOf(made);
    const base = { file, number: ++this.#offered, present: intact?.record.hash ?? null };
    this.#pending.set(file, { key, kind: made.kind, group: this.#group });
    this.#batch.push(await taskOf(made, content, base));
    const task = this.#batch.at(-1);
    this.#batchCharacters += task?.kind === 'bytes' ? task.bytes.length : content.length;
    // These go at once, alone: an artifact takes as long as a thousand pages.
    const isFull =
      output.kind === 'artifact' ||
      this.#batch.length >= TASKS_PER_BATCH ||
      this.#batchCharacters >= CHARACTERS_PER_BATCH;
    // Where little has changed no batch ever fills: then workers start while the rest is looked at. Bytes that are there
    // take less to write than to send one by one.
    const isWork = output.kind !== 'file';
    if (isFull || (isWork && pool.hasIdle)) await this.#flush(pool);
  }

  #madeOf({ file, make }: KeyedOutput, key: string, intact: IntactFile | null): MadeOutput {
    const made = make();
    if (made.kind !== 'rows') return made;
    const before = intact && { key: intact.record.key, read: () => this.#previous.textOf(file) };
    return { kind: 'text', file, text: this.#rows.textOf(made, key, before) };
  }

  /** A page, its JSON and its Markdown follow each other, and mostly have one key. */
  #keyOfKeyed(key: string): string {
    if (this.#lastKeyed.key !== key) {
      this.#lastKeyed = { key, hashed: keyOf(this.#keyOfPages, 'keyed', key) };
    }
    return this.#lastKeyed.hashed;
  }

  /** Hands over the tasks that wait for their batch to fill. */
  async #flush(pool: Pool): Promise<void> {
    const batch = this.#batch;
    if (batch.length === 0) return;
    this.#batch = [];
    this.#batchCharacters = 0;
    await pool.submit(batch);
  }

  /** Takes what a worker made. */
  take(result: TaskResult): void {
    const { key, kind, group } = this.#pending.get(result.file) ?? NOT_PENDING;
    this.#pending.delete(result.file);
    this.#made++;
    const [main, ...sides] = result.made;
    if (main === undefined) return;
    // A page that failed has no key: the next build tries again.
    const record = {
      key: result.failure === null ? key : '',
      size: main.size,
      hash: main.hash,
      group,
    };
    const stays = main.staged === null ? this.#previous.intact(main.file) : null;
    this.#keep(main.file, record, stays?.sides ?? []);
    for (const side of sides) {
      this.#files.set(side.file, { key: SIDE_KEY, size: side.size, hash: side.hash, group: null });
    }
    for (const { file, staged } of result.made) {
      if (staged === null) continue;
      (isAsset(kind) ? this.#stagedAssets : this.#staged).push({ staged, file });
    }
    if (result.failure !== null) {
      const path = `/${result.file.replace(/(^|\/)index\.html$/, '$1')}`;
      this.#report(PageNotRendered, result.file, PageNotRendered.message(path, result.failure));
    }
  }

  summary() {
    const { page: pages, json } = this.#counts;
    let bytes = 0;
    let largestFile: { file: string; bytes: number } | null = null;
    for (const [file, { size }] of this.#files) {
      bytes += size;
      if (size > (largestFile?.bytes ?? -1)) largestFile = { file, bytes: size };
    }
    return {
      pages,
      json,
      files: this.#files.size,
      bytes,
      largestPage: this.#largestPage,
      largestFile,
      made: this.#made,
      reused: this.#reused,
      diagnostics: this.#problems.sort((a, b) => compareText(a.file, b.file)),
    };
  }

  #claim(file: string): boolean {
    const wanted = [file];
    if (this.#compress && isCompressible(file)) {
      wanted.push(...SIDE_EXTENSIONS.map((extension) => file + extension));
    }
    const problems = wanted
      .map((path) => this.#claims.claim(path))
      .filter((problem) => problem !== null);
    for (const problem of problems) this.#reportClaim(problem);
    if (problems.length > 0) this.#lostPaths++;
    return problems.length === 0;
  }

  #keep(file: string, record: FileRecord, sides: readonly (readonly [string, FileRecord])[]): void {
    this.#files.set(file, record);
    for (const [side, sideRecord] of sides) this.#files.set(side, sideRecord);
    if (file.endsWith('.html') && record.size > (this.#largestPage?.bytes ?? 0)) {
      this.#largestPage = { file, bytes: record.size };
    }
  }

  #reportClaim(problem: ClaimProblem): void {
    if (problem.kind === 'outside') {
      this.#report(OutputOutside, problem.file, OutputOutside.message(problem.file));
    } else {
      const message = OutputConflict.message(problem.file, problem.by);
      this.#report(OutputConflict, problem.file, message);
    }
  }

  #report(
    entry:
      typeof OutputConflict | typeof OutputOutside | typeof PageNotRendered | typeof BundleNotMade,
    file: string,
    message: string,
  ): void {
    const { name: code, severity, hint } = entry;
    this.#problems.push({ code, severity, file, jsonPath: null, message, hint });
  }
}

interface PendingBundle {
  readonly name: string;
  readonly key: string;
  readonly making: ReturnType<BundleOutput['make']>;
}

interface PendingOutput {
  readonly key: string;
  readonly kind: MadeOutput['kind'];
  readonly group: string | null;
}

const NOT_PENDING: PendingOutput = { key: '', kind: 'json', group: null };

function isAsset(kind: MadeOutput['kind']): boolean {
  return kind === 'file' || kind === 'artifact';
}

function kindOf(output: SingleOutput): MadeOutput['kind'] {
  return output.kind === 'keyed' ? kindOfFile(output.file) : output.kind;
}

function kindOfFile(file: string): 'page' | 'json' | 'text' {
  if (file.endsWith('.html')) return 'page';
  return file.endsWith('.json') ? 'json' : 'text';
}
