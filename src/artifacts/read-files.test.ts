import { describe, expect, it } from 'vitest';
import { createDiagnostics } from './diagnostics.ts';
import { discover } from './discover.ts';
import { readFiles } from './read-files.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

const results = (id: string, count: number, extra: object = {}) => ({
  metadata: { invocation_id: id },
  results: Array.from({ length: count }, (_, at) => ({
    unique_id: `model.a.m${at}`,
    status: 'success',
    ...extra,
  })),
});

/** Files with everything that a reading can give: values, findings beyond the limit, errors, logs. */
async function folder() {
  const root = await temporaryFolder({
    'manifest.json': { metadata: {}, nodes: { 'model.a.b': { name: 'b' } } },
    'catalog.json': { nodes: { 'model.a.b': { columns: { id: { name: 'id', index: 1 } } } } },
    'sources.json': '{"results": [',
    'run_results.json': results('new', 3, { adapter_response: { rows: 1, much: '\ud800' } }),
    'runs/a/run_results.json': results('a', 60, { failures: 'many' }),
    'runs/b/run_results.json': results('b', 2, { adapter_response: { rows: 7 } }),
    'runs/b/dbt.log': '12:00:00  Running with dbt=1.9.0\n',
  });
  return discover(root, createDiagnostics());
}

describe('readFiles', () => {
  it('gives the same in one thread and in two, in the order of the files', async () => {
    const found = await folder();
    const alone = await readFiles(found, null, Number.POSITIVE_INFINITY);
    expect(alone.map(({ entry }) => `${entry.path} ${entry.state}`)).toEqual([
      'catalog.json read',
      'manifest.json read',
      'run_results.json read',
      'runs/a/run_results.json read',
      'runs/b/dbt.log read',
      'runs/b/run_results.json read',
      'sources.json unreadable',
    ]);
    expect(alone[3]?.diagnostics.found).toHaveLength(50);
    expect(alone[3]?.diagnostics.rest.map(({ message }) => message)).toEqual([
      'And 10 more of this kind in the file.',
    ]);
    expect(await readFiles(found, null, 0)).toEqual(alone);
  });

  it('stops when the manifest is broken, whatever the other thread reads', async () => {
    const root = await temporaryFolder({ 'manifest.json': '{', 'catalog.json': { nodes: {} } });
    const found = await discover(root, createDiagnostics());
    await expect(readFiles(found, null, 0)).rejects.toThrow('Could not read manifest.json');
  });

  it('reads itself what the other thread took and cannot give', async () => {
    const found = await folder();
    const failing = () => ({
      take: (place: number) => place > 2,
      result: () => Promise.resolve(null),
      hash: () => Promise.resolve(null),
      stop: () => undefined,
    });
    const alone = await readFiles(found, null, Number.POSITIVE_INFINITY);
    expect(await readFiles(found, null, 0, failing)).toEqual(alone);
  });
});
