import { existsSync, readFileSync, readlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { artifactFiles, folderWith, temporaryFolder } from '../hostile/artifacts-folder.ts';
import { manifest, model } from '../hostile/artifact-pieces.ts';
import { runDbtWorkbench } from '../cli/run-dbt-workbench.ts';
import { type LiveProcess, startLive, statusOf, untilStatus } from './live-process.ts';

let artifacts: string;
let folder: string;
const started: LiveProcess[] = [];
beforeEach(() => {
  artifacts = folderWith(artifactFiles({ manifest: manifestOf('one') }));
  folder = join(temporaryFolder(), 'site');
});
afterEach(async () => {
  for (const live of started.splice(0)) await live.end('SIGKILL');
});

const manifestOf = (name: string) => manifest({ nodes: [model(name)] });
const textOf = (name: string): string => JSON.stringify(manifestOf(name));
const write = (text: string): void => {
  writeFileSync(join(artifacts, 'manifest.json'), text);
};
const start = (): LiveProcess => {
  const live = startLive(artifacts, folder);
  started.push(live);
  return live;
};
const shows = (name: string): boolean =>
  existsSync(join(folder, `current/models/model.shop.${name}/index.html`));
const published = (count: number) => untilStatus(folder, ({ builds }) => builds.length >= count);

describe('dbt-workbench live', () => {
  it('publishes again when dbt has written, and leaves the old site for what is cut off or broken', async () => {
    const live = start();
    const first = await published(1);
    expect(first.builds[0]).toMatchObject({ result: 'published', problem: null });
    expect(shows('one')).toBe(true);
    expect(readFileSync(join(folder, 'current/artifacts/index.html'), 'utf8')).toContain(
      'data-live-status="/-/status.json"',
    );

    write(textOf('two').slice(0, -40));
    const waiting = await untilStatus(folder, ({ state }) => state === 'waiting');
    expect(waiting.problem?.message).toBe('manifest.json ends in the middle.');
    write(textOf('two').replace('"nodes":', '"nodes";'));
    const failed = await untilStatus(folder, ({ state }) => state === 'failed');
    expect(failed.problem?.code).toBe('ManifestNotJson');
    expect(failed.problem?.message).not.toContain(folder);
    expect([shows('one'), failed.release]).toEqual([true, first.release]);

    write(textOf('two'));
    const second = await untilStatus(folder, ({ state }) => state === 'up_to_date');
    expect([shows('one'), shows('two')]).toEqual([false, true]);
    expect(second.builds.map(({ result }) => result)).toEqual(['published', 'failed', 'published']);
    expect(second.problem).toBeNull();

    expect(await live.end()).toBe(0);
    expect(statusOf(folder)?.state).toBe('stopped');
  });

  it('goes on where a process was killed, whatever it was doing', async () => {
    start();
    await published(1);
    for (const [at, pause] of [0, 300].entries()) {
      const name = `model${String(at)}`;
      write(textOf(name));
      // A quick build may be over between two looks.
      await untilStatus(folder, ({ state }) => state === 'building' || shows(name));
      await sleep(pause);
      await started.at(-1)?.end('SIGKILL');
      expect(existsSync(join(folder, 'current/build.json'))).toBe(true);
      start();
      await untilStatus(
        folder,
        ({ state, builds }) =>
          state === 'up_to_date' && builds[0]?.result !== 'failed' && shows(name),
      );
    }
  });

  it('lets one process build at a time, and another take over when that one dies', async () => {
    const first = start();
    await untilStatus(folder, ({ state }) => state === 'up_to_date');
    start();
    await untilStatus(folder, ({ state }) => state === 'standby');
    write(textOf('two'));
    await published(2);
    expect(shows('two')).toBe(true);
    await first.end('SIGKILL');
    write(textOf('three'));
    await untilStatus(folder, ({ state }) => state === 'up_to_date' && shows('three'));
  });

  it('is rolled back and forth while it runs', async () => {
    start();
    await published(1);
    const [before, current] = [readlinkSync(join(folder, 'current')), join(folder, 'current')];
    write(textOf('two'));
    await published(2);
    const run = (...args: string[]) => runDbtWorkbench([...args, '--folder', folder], folder);
    expect(run('rollback').stdout).toContain(`${before.slice('releases/'.length)} is shown`);
    expect(readlinkSync(current)).toBe(before);
    await untilStatus(folder, ({ held }) => held);

    write(textOf('three'));
    await untilStatus(folder, ({ builds }) => builds[0]?.result === 'held');
    expect(shows('one')).toBe(true);
    expect(run('releases').stdout.match(/held|shown/g)).toEqual(['shown', 'held']);
    expect(run('rollback', '--off').code).toBe(0);
    expect(shows('three')).toBe(true);
  });
});
