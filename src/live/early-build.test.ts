import { describe, expect, it } from 'vitest';
import { buildWhileSettling, type EarlyBuildEffects } from './early-build.ts';
import type { RoundResult } from './live-site.ts';

const FAILED: RoundResult = {
  kind: 'failed',
  problem: { code: 'ManifestNotJson', message: 'It is no JSON.', hint: null },
  mayPass: false,
};

/**
 * Has artifacts look as a list says, one look after the other.
 *
 * @param build how a build goes that isn't given up
 * @returns what happened, in order, and what came of it
 */
async function settle(looks: string[], build: 'quick' | 'failed' = 'quick') {
  const told: string[] = [];
  const stopping = new AbortController();
  let at = 0;
  const effects: EarlyBuildEffects = {
    look: () => {
      const seen = looks[at++];
      if (seen === undefined) stopping.abort();
      told.push(`sees ${seen ?? 'the end'}`);
      return Promise.resolve(seen ?? '');
    },
    sleep: () => Promise.resolve(),
    build: async (mayPublish, signal) => {
      told.push('begins');
      if (await mayPublish()) {
        told.push(build === 'failed' ? 'fails' : 'publishes');
        if (build === 'failed') return FAILED;
      } else told.push(signal.aborted ? 'is given up' : 'stops');
      return { kind: 'stopped' };
    },
  };
  const options = { seen: 'new', known: 'old', settleMs: 1000, looks: 4 };
  const result = await buildWhileSettling(options, effects, stopping.signal);
  return { told, result };
}

describe('buildWhileSettling', () => {
  it('begins at once, and publishes what has been still for all looks', async () => {
    const { told, result } = await settle(['new', 'new', 'new', 'new']);
    expect(told).toEqual(['begins', ...Array<string>(4).fill('sees new'), 'publishes']);
    expect(result?.seen).toBe('new');
  });

  it('gives up what is built from artifacts that change, and begins again when they are calmer', async () => {
    const { told, result } = await settle([
      ...['new', 'a'],
      ...['a', 'b'],
      ...['b', 'c', 'c', 'c'],
      ...['c', 'c'],
    ]);
    expect(told).toEqual([
      ...['begins', 'sees new', 'sees a', 'is given up'],
      ...['sees a', 'begins', 'sees b', 'is given up'],
      ...['sees b', 'sees c', 'sees c', 'sees c', 'begins', 'sees c', 'sees c', 'publishes'],
    ]);
    expect(result?.seen).toBe('c');
  });

  it('says that a build failed only when the artifacts are still', async () => {
    const { told, result } = await settle(['new', 'new', 'new', 'new'], 'failed');
    expect(told.at(-1)).toBe('fails');
    expect(result).toEqual({ seen: 'new', round: FAILED });
  });

  it.each(['old', ''])('ends without a build when the artifacts are %j again', async (again) => {
    const { told, result } = await settle(['new', again]);
    expect(told.slice(-2)).toEqual([`sees ${again}`, 'is given up']);
    expect(result).toBeNull();
  });

  it('ends when it is interrupted', async () => {
    const { told, result } = await settle(['new']);
    expect(told.slice(-2)).toEqual(['sees the end', 'is given up']);
    expect(result).toBeNull();
  });
});
