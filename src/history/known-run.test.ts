import { describe, expect, it, vi } from 'vitest';
import { finishRun } from '../runs/finish-run.ts';
import type { Run } from '../runs/run.ts';
import { aRun } from '../runs/test-run.ts';
import { Archive } from './archive.ts';
import type { FoundRun } from './found-run.ts';
import { open, place } from './testing/open-place.ts';

describe('a run whose files were read before', () => {
  const plain = finishRun(aRun('one', '2026-01-02T00:00:00.000Z', { 'model.shop.a': 'success' }));
  const printed: Run = {
    ...plain,
    results: plain.results.map((result) => ({
      ...result,
      fingerprint: { code: 'abcde', columns: '', config: 'fghij' },
    })),
  };

  /** Counts how often it was worked out. */
  function counted(completed: Run, given: Partial<FoundRun> = {}) {
    const [run, complete] = [vi.fn(() => plain), vi.fn(() => completed)];
    const isToldByManifest = (): boolean => true;
    return { id: 'one', isToldByManifest, source: 'these bytes', ...given, run, complete };
  }

  it('is not worked out again, and stays what it was', async () => {
    const at = place();
    await open(at, [counted(printed)]);
    const again = counted(plain);
    const { history, added } = await open(at, [again]);
    expect(again.run).not.toHaveBeenCalled();
    expect(again.complete).not.toHaveBeenCalled();
    expect(added).toBe(0);
    expect(history.run('one')?.results).toEqual(printed.results);
  });

  it.each([
    ['its files are others', printed, { source: 'other bytes' }],
    ['nobody can tell whether its files are others', printed, { source: null }],
    ['a manifest may tell more of it', plain, {}],
  ])('is worked out where %s', async (_, before, given) => {
    const at = place();
    await open(at, [counted(before)]);
    const again = counted(printed, given);
    const { history } = await open(at, [again]);
    expect(again.complete).toHaveBeenCalled();
    expect(history.run('one')?.results).toEqual(printed.results);
  });

  it('is worked out where the archive holds another state of it', async () => {
    const at = place();
    await open(at, [counted(printed)]);
    const archive = new Archive(at.archive);
    archive.write({ ...printed, results: [] });
    const again = counted(printed);
    const { history } = await open(at, [again]);
    expect(again.complete).toHaveBeenCalled();
    expect(history.run('one')?.results).toEqual(printed.results);
  });

  it('is worked out where nothing is written', async () => {
    const at = place();
    await open(at, [counted(printed)]);
    const again = counted(printed);
    const { history } = await open(at, [again], { isReadOnly: true });
    expect(again.complete).toHaveBeenCalled();
    expect(history.run('one')?.results).toEqual(printed.results);
  });
});
