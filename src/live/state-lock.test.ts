import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lockState } from './state-lock.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'lock-'));
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

/** Tries to lock for so many seconds of a clock of its own. */
async function tryFor(seconds: number, onSecond: (second: number) => void = () => undefined) {
  const ending = new AbortController();
  let time = 0;
  let waited = 0;
  const refusals: string[] = [];
  const lock = await lockState(
    root,
    {
      now: () => time,
      sleep: (ms) => {
        time += ms;
        onSecond(time / 1000);
        if (time > seconds * 1000) ending.abort();
        return Promise.resolve();
      },
      waiting: () => waited++,
      refused: (error) => refusals.push(error.message),
    },
    ending.signal,
  );
  return { lock, seconds: time / 1000, waited, refusals };
}

const file = (): string => join(root, 'supervisor.lock');

describe('lockState', () => {
  it('lets one in, and the next when that one has gone', async () => {
    const { lock } = await tryFor(0);
    expect(lock?.isHeld()).toBe(true);
    const second = await tryFor(10);
    expect(second).toMatchObject({ lock: null, waited: 1 });
    lock?.release();
    expect(readdirSync(root)).toEqual([]);
    expect((await tryFor(0)).lock?.isHeld()).toBe(true);
  });

  it('tries again where nothing can be written, and leaves nothing that looks like a lock', async () => {
    rmSync(root, { recursive: true });
    writeFileSync(root, 'no folder');
    const { lock, refusals } = await tryFor(40, (second) => {
      if (second < 30) return;
      rmSync(root);
      mkdirSync(root);
    });
    expect(refusals).toEqual([expect.stringMatching(/^EEXIST|^ENOTDIR/), expect.any(String)]);
    expect(lock?.isHeld()).toBe(true);
    lock?.release();
  });

  it('takes over from a container that was killed, and not from one that is alive', async () => {
    writeFileSync(file(), '{"id":"x","beats":1,"host":"other","pid":1}');
    const alive = await tryFor(120, (second) => {
      if (second % 5 === 0) writeFileSync(file(), `{"id":"x","beats":${String(second)}}`);
    });
    expect(alive.lock).toBeNull();
    const dead = await tryFor(120);
    expect(dead.lock?.isHeld()).toBe(true);
    expect(dead.seconds).toBe(30);
    dead.lock?.release();
  });

  it('takes over at once from a process of this machine that ended', async () => {
    const { lock } = await tryFor(0);
    lock?.release();
    const { hostname } = await import('node:os');
    writeFileSync(
      file(),
      JSON.stringify({ id: 'x', host: hostname(), pid: 4_000_000, began: '1' }),
    );
    expect((await tryFor(5)).seconds).toBe(0);
  });

  it('knows when it was lost', async () => {
    const { lock } = await tryFor(0);
    writeFileSync(file(), '{"id":"another"}');
    expect(lock?.isHeld()).toBe(false);
    lock?.release();
    expect(readdirSync(root)).toEqual(['supervisor.lock']);
  });
});
