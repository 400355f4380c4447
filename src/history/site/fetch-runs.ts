import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { HistoryFromFailed, HistoryFromIncomplete, HistoryFromNothing } from '../../errors/history-catalogue.ts';
import type { Run } from '../../runs/run.ts';
import { DamagedEntry } from '../damaged-entry.ts';
import type { Report } from '../history-diagnostics.ts';
import { readPage, readPublishedRun, type PublishedPage } from './published-run.ts';
import type { SiteFiles } from './site-files.ts';

/** So many runs are asked for at the same time. */
const AT_ONCE = 8;
/** A list of runs that goes round in circles must end. */
const MOST_PAGES = 10_000;

const rememberedSchema = z.record(
  z.string(),
  z.object({
    etag: z.string().nullable(),
    lastModified: z.string().nullable(),
    next: z.string().nullable(),
    runs: z.array(z.object({ id: z.string(), file: z.string(), key: z.string().nullable() })),
  }),
);
/** What is remembered of each page of the list: by its file name. */
type Remembered = z.infer<typeof rememberedSchema>;

/**
 * The runs of a published site that are not known yet, or are known otherwise. Lists that did not change are not sent
 * again by the server, and runs that are known are not asked for. What can't be had is reported, and never thrown.
 *
 * @param from for messages
 * @param known id → key of the runs that the archive holds
 * @param memory the file in which is remembered what the server said of its lists; in a cache
 */
export async function* fetchRuns(
  files: SiteFiles,
  from: string,
  known: ReadonlyMap<string, string>,
  memory: string,
  report: Report,
): AsyncGenerator<Run> {
  const remembered = recall(memory);
  const seen: Remembered = {};
  const problems: string[] = [];
  let wanted = 0;
  try {
    let file: string | null = 'index.json';
    for (let count = 0; file !== null && count < MOST_PAGES; count++) {
      const page: Remembered[string] | null = await pageOf(files, file, remembered[file], known);
      if (page === null) {
        if (count === 0) report(HistoryFromNothing, from, from);
        break;
      }
      seen[file] = page;
      const lacking = page.runs.filter(({ id, key }) => {
        const own = known.get(id);
        return own === undefined || (key !== null && key !== own);
      });
      wanted += lacking.length;
      yield* inOrder(lacking, (run) => runOf(files, run, problems));
      file = page.next;
    }
  } catch (error) {
    report(HistoryFromFailed, from, from, messageOf(error));
    return;
  }
  if (problems.length > 0) {
    report(HistoryFromIncomplete, from, from, problems.length, wanted, problems.sort()[0] ?? '');
  } else {
    remember(memory, seen);
  }
}

/** Where is remembered what the server of a site said. */
export function memoryFile(cache: string, from: string): string {
  const name = createHash('sha256').update(from).digest('hex').slice(0, 8);
  return join(cache, `history-from-${name}.json`);
}

/** A page of the list; null when there is none. */
async function pageOf(
  files: SiteFiles,
  file: string,
  before: Remembered[string] | undefined,
  known: ReadonlyMap<string, string>,
): Promise<Remembered[string] | null> {
  // The archive may be another one since.
  const usable = before?.runs.every(({ id }) => known.has(id)) === true ? before : undefined;
  const answer = await files.get(`runs/${file}`, usable);
  if (answer.state === 'missing') return null;
  if (answer.state === 'unchanged') {
    if (usable === undefined) throw new Error('the server says “unchanged” without being asked');
    return usable;
  }
  const page: PublishedPage = readPage(answer.text);
  return { ...answer.validators, next: page.next, runs: [...page.runs] };
}

async function runOf(
  files: SiteFiles,
  { id, file }: PublishedPage['runs'][number],
  problems: string[],
): Promise<Run | null> {
  try {
    const answer = await files.get(`runs/${file}`);
    if (answer.state !== 'read') throw new Error('it is not there');
    const run = readPublishedRun(answer.text);
    if (run.id !== id) throw new DamagedEntry(`it is the run ${run.id}`);
    return run;
  } catch (error) {
    problems.push(`${id}: ${messageOf(error)}`);
    return null;
  }
}

/** Makes some at the same time, and gives them in order. */
async function* inOrder<T, R>(
  list: readonly T[],
  make: (item: T) => Promise<R | null>,
): AsyncGenerator<R> {
  const pending: Promise<R | null>[] = [];
  let next = 0;
  while (next < list.length || pending.length > 0) {
    for (let item = list[next]; item !== undefined && pending.length < AT_ONCE; item = list[next]) {
      pending.push(make(item));
      next++;
    }
    const made = await pending.shift();
    if (made !== undefined && made !== null) yield made;
  }
}

function recall(memory: string): Remembered {
  try {
    const read = rememberedSchema.safeParse(JSON.parse(readFileSync(memory, 'utf8')));
    return read.success ? read.data : {};
  } catch {
    return {};
  }
}

function remember(memory: string, seen: Remembered): void {
  try {
    mkdirSync(dirname(memory), { recursive: true });
    writeFileSync(`${memory}.new`, JSON.stringify(seen));
    renameSync(`${memory}.new`, memory);
  } catch {
    // Only a cache: the next build asks for everything again.
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
