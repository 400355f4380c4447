import { closeSync, futimesSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { PageLocals, SiteView } from '../view/site.ts';
import { publishedBytes } from './artifact-source.ts';
import { compressedForms, isCompressible } from './compress.ts';
import { contentHash, contentHashOf, contentTime } from './content-hash.ts';
import { failurePage } from './failure-page.ts';
import { replaceBase } from './renderer/base-placeholder.ts';
import type { MadeFile, Task, TaskContext, TaskResult } from './task.ts';

/** What the compiled renderer exports. */
export type RenderPage = (path: string, locals: PageLocals) => Promise<string>;

/** Makes one output. */
export type RunTask = (task: Task) => Promise<TaskResult>;

/**
 * The function that a worker calls for each task: it renders, compresses, and writes into a folder
 * of its own in the staging folder, as threads that create files in one folder wait for each other.
 * A page that throws becomes a page that says so; what the file system throws goes through.
 *
 * @param folder name of the worker's folder
 */
export function createTaskRunner(
  context: TaskContext,
  renderPage: RenderPage,
  folder: string,
): RunTask {
  const site = JSON.parse(context.site) as SiteView;
  mkdirSync(join(context.stagingDir, folder), { recursive: true });

  return async (task) => {
    const { pieces, failure } = await contentOf(task, site, renderPage);
    const hash = contentHashOf(pieces);
    if (hash === task.present) {
      const made = [{ file: task.file, staged: null, size: lengthOf(pieces), hash }];
      return { file: task.file, made, failure };
    }
    const place = `${folder}/${task.number}`;
    const made = [stage(context, task.file, place, pieces, hash)];
    if (context.compress && isCompressible(task.file)) {
      const [only = new Uint8Array(), ...more] = pieces;
      for (const form of compressedForms(more.length === 0 ? only : Buffer.concat(pieces))) {
        const [file, staged] = [task.file + form.extension, place + form.extension];
        made.push(stage(context, file, staged, [form.bytes], contentHash(form.bytes)));
      }
    }
    return { file: task.file, made, failure };
  };
}

async function contentOf(
  task: Task,
  site: SiteView,
  renderPage: RenderPage,
): Promise<{ pieces: readonly Uint8Array[]; failure: string | null }> {
  switch (task.kind) {
    case 'bytes':
      return { pieces: [task.bytes], failure: null };
    case 'artifact':
      return { pieces: await publishedBytes(task.source), failure: null };
    case 'text':
      return { pieces: [Buffer.from(task.text)], failure: null };
    case 'failed':
      return { pieces: [Buffer.from(failurePage(task.path, site))], failure: task.reason };
    case 'page':
      try {
        const html = await renderPage(task.path, { site, view: JSON.parse(task.view) as unknown });
        return { pieces: [Buffer.from(replaceBase(html, site.base))], failure: null };
      } catch (error) {
        const failure = error instanceof Error ? error.message : String(error);
        return { pieces: [Buffer.from(failurePage(task.path, site))], failure };
      }
  }
}

/** Writes one file with the time that its content gives it. */
function stage(
  context: TaskContext,
  file: string,
  staged: string,
  pieces: readonly Uint8Array[],
  hash: string,
): MadeFile {
  const time = contentTime(hash);
  const descriptor = openSync(join(context.stagingDir, staged), 'w', 0o644);
  try {
    for (const bytes of pieces) {
      for (let at = 0; at < bytes.length;) at += writeSync(descriptor, bytes, at);
    }
    futimesSync(descriptor, time, time);
  } finally {
    closeSync(descriptor);
  }
  return { file, staged, size: lengthOf(pieces), hash };
}

function lengthOf(pieces: readonly Uint8Array[]): number {
  return pieces.reduce((sum, { length }) => sum + length, 0);
}
