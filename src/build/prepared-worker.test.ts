import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { prepareWorker } from './prepared-worker.ts';
import { recordPath } from './record.ts';

/** Time in which a worker finds that it can't load the renderer. Milliseconds. */
const FAILED_MS = 400;

/** Keeps this thread busy, so that it hears of nothing that happens meanwhile. */
function beBusy(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, FAILED_MS);
}

describe('a prepared worker that can’t load the renderer', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'prepared-'));
    const record = recordPath(folder, folder);
    mkdirSync(dirname(record), { recursive: true });
    // So much that it is worth a look.
    writeFileSync(record, ' '.repeat(1_000_000));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('ends nothing but itself', async () => {
    const prepared = prepareWorker('/nowhere');
    beBusy();
    // What nobody listens to would end the process, and be reported here as an error of the test run.
    await expect(prepared.drop()).resolves.toBeUndefined();
    expect(prepared.take()).toBeNull();
  });

  it.each(['before', 'after'])(
    'has seen nothing when it is asked %s it has failed',
    async (when) => {
      const prepared = prepareWorker('/nowhere');
      if (when === 'after') beBusy();
      const glance = prepared.glanceAt(folder, folder);
      expect(glance).not.toBeNull();
      expect(await glance?.result()).toBeNull();
      await prepared.drop();
      expect(prepared.glanceAt(folder, folder)).toBeNull();
    },
  );
});
