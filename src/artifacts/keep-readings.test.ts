import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createDiagnostics } from './diagnostics.ts';
import { discover } from './discover.ts';
import type { FileReading } from './read-file.ts';
import { readFiles } from './read-files.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

/** Results of more than a megabyte, with one that is odd. */
const results = (message: string) => ({
  metadata: { invocation_id: 'a' },
  results: Array.from({ length: 600 }, (_, at) => ({
    unique_id: `model.a.m${at}`,
    status: 'success',
    failures: at === 0 ? 'many' : 0,
    message: `${message} ${'.'.repeat(2000)}`,
  })),
});

async function artifacts() {
  const root = await temporaryFolder({
    'manifest.json': { metadata: {}, nodes: { 'model.a.m1': { name: 'm1' } } },
    'catalog.json': { nodes: {} },
    'run_results.json': results('first'),
  });
  const folder = join(await temporaryFolder({}), 'readings');
  const keep = { folder, maker: 'release 1' };
  return {
    keep,
    root,
    kept: () => readdirSync(folder).map((name) => join(folder, name)),
    write: (content: object | string) => {
      const text = typeof content === 'string' ? content : JSON.stringify(content);
      writeFileSync(join(root, 'run_results.json'), text);
    },
    read: async (maker = keep.maker, worthAThread = Number.POSITIVE_INFINITY) =>
      readFiles(await discover(root, createDiagnostics()), { folder, maker }, worthAThread),
    readAnew: async () => readFiles(await discover(root, createDiagnostics())),
  };
}

const firstMessage = (readings: readonly FileReading[]): string => {
  const piece = readings.flatMap(({ pieces }) => pieces)[0];
  return piece?.kind === 'runResults' ? (piece.value.results[0]?.message?.slice(0, 6) ?? '') : '';
};

describe('a reading that is kept', () => {
  it('is that of large files, and says the same as the first one, findings too', async () => {
    const { read, readAnew, kept } = await artifacts();
    const anew = await readAnew();
    expect(await read()).toEqual(anew);
    expect(kept()).toHaveLength(1);
    expect(anew[2]?.diagnostics.found).toHaveLength(1);
    expect(await read()).toEqual(anew);
    expect(await read('release 1', 0)).toEqual(anew);
  });

  it('is taken instead of a new one, unless another release made it or the file is another', async () => {
    const { read, kept, write } = await artifacts();
    await read();
    const [path = ''] = kept();
    const mark = () => {
      writeFileSync(path, readFileSync(path, 'utf8').replaceAll(/first|other/g, 'marks'));
    };
    mark();
    expect(firstMessage(await read())).toBe('marks ');
    expect(firstMessage(await read('release 2'))).toBe('first ');
    mark();
    write(results('other'));
    expect(firstMessage(await read('release 2'))).toBe('other ');
    expect(kept()).toEqual([path]);
  });

  it('is made again where it was cut off or damaged', async () => {
    const { read, readAnew, kept } = await artifacts();
    const anew = await readAnew();
    await read();
    const [path = ''] = kept();
    const whole = readFileSync(path, 'utf8');
    for (const damaged of [
      whole.slice(0, -1000),
      whole.replace('"pieces":[', '"pieces":['.padStart(12)),
      whole.replace('"pieces":[', '"pieces":]'),
      '',
    ]) {
      writeFileSync(path, damaged);
      expect(await read()).toEqual(anew);
      writeFileSync(path, damaged);
      expect(await read('release 1', 0)).toEqual(anew);
    }
  });

  it('is made again of a file that grew between being found and being read, and never of one that is broken', async () => {
    const { read, readAnew, kept, keep, root, write } = await artifacts();
    const anew = await readAnew();
    const found = await discover(root, createDiagnostics());
    const smaller = found.map((file) => ({ ...file, bytes: file.bytes - 1 }));
    expect(await readFiles(smaller, keep)).not.toEqual(anew);
    expect(await read()).toEqual(anew);
    write('{'.padEnd(2e6));
    expect((await read())[2]?.entry.state).toBe('unreadable');
    expect(readFileSync(kept()[0] ?? '', 'utf8')).not.toContain('unreadable');
  });

  it('goes when the file goes or gets small', async () => {
    const { read, kept, write } = await artifacts();
    await read();
    write({ metadata: {}, results: [] });
    await read();
    expect(kept()).toEqual([]);
  });
});
