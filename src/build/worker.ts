import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parentPort, threadId, workerData } from 'node:worker_threads';
import { SiteError } from '../errors/site-error.ts';
import { giveWay } from './give-way.ts';
import { answerGlance } from './glance.ts';
import { RENDERER_BUNDLE } from './renderer/layout.ts';
import { createTaskRunner, type RenderPage, type RunTask } from './run-task.ts';
import type { FromWorker, ToWorker } from './worker-messages.ts';
import type { WorkerStart } from './prepared-worker.ts';
import { STAGING_FOLDER } from './site-folder.ts';
import type { TaskResult } from './task.ts';

// React's development build, which any other value selects, takes twice the time.
process.env.NODE_ENV = 'production';

/** All workers wait for what the main thread plans, so that goes first where there are fewer processors than threads. */
const NICENESS = 5;
giveWay(NICENESS);

const { rendererDir } = workerData as WorkerStart;
const bundle = pathToFileURL(join(rendererDir, RENDERER_BUNDLE)).href;
const { renderPage } = (await import(bundle)) as { renderPage: RenderPage };

let runTask: RunTask = () => Promise.reject(new Error('A task came before the build began.'));
let queue = Promise.resolve();

parentPort?.on('message', (message: ToWorker) => {
  if (message.kind === 'look') {
    answerGlance(message.request);
    return;
  }
  if (message.kind === 'begin') {
    try {
      runTask = createTaskRunner(message.context, renderPage, String(threadId));
    } catch (error) {
      post({ kind: 'broken', file: STAGING_FOLDER, reason: String(error) });
    }
    return;
  }
  // One batch after the other, so that a death can be blamed on the oldest one.
  queue = queue.then(async () => {
    const results: TaskResult[] = [];
    for (const task of message.tasks) {
      try {
        results.push(await runTask(task));
      } catch (error) {
        if (error instanceof SiteError && task.kind === 'artifact') {
          post({ kind: 'changed', artifact: task.source.name });
        } else {
          post({ kind: 'broken', file: task.file, reason: String(error) });
        }
        return;
      }
    }
    post({ kind: 'done', batch: message.batch, results });
  });
});

post({ kind: 'ready' });

function post(message: FromWorker): void {
  parentPort?.postMessage(message);
}
