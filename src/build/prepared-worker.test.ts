import { expect, it } from 'vitest';
import { prepareWorker } from './prepared-worker.ts';

/** Time in which a worker finds that it can't load the renderer. Milliseconds. */
const FAILED_MS = 400;

it('A prepared worker that can’t load the renderer ends nothing but itself', async () => {
  const prepared = prepareWorker('/nowhere');
  // This thread is busy meanwhile, so that it has not heard of it when it lets go of the worker.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, FAILED_MS);
  // What nobody listens to would end the process, and be reported here as an error of the test run.
  await expect(prepared.drop()).resolves.toBeUndefined();
  expect(prepared.take()).toBeNull();
});
