import {
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  artifactsFingerprint,
  untilArtifactsChange,
  untilArtifactsSettle,
} from './watch-artifacts.ts';

describe('artifactsFingerprint', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'watch-'));
    writeFileSync(join(folder, 'manifest.json'), '{"a":1}');
    utimesSync(join(folder, 'manifest.json'), 1, 1);
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('changes with a new run and with a file of equal size and time', () => {
    const first = artifactsFingerprint(folder);
    expect(artifactsFingerprint(folder)).toBe(first);

    writeFileSync(join(folder, 'new.json'), '{"a":2}');
    utimesSync(join(folder, 'new.json'), 1, 1);
    renameSync(join(folder, 'new.json'), join(folder, 'manifest.json'));
    const second = artifactsFingerprint(folder);
    expect(second).not.toBe(first);

    mkdirSync(join(folder, 'runs/1'), { recursive: true });
    writeFileSync(join(folder, 'runs/1/run_results.json.gz'), '');
    expect(artifactsFingerprint(folder)).not.toBe(second);
  });

  it('follows links to folders, and survives those that lead in circles', () => {
    symlinkSync('loop.json', join(folder, 'loop.json'));
    symlinkSync('.', join(folder, 'again'));
    mkdirSync(join(folder, 'kept/1'), { recursive: true });
    symlinkSync('kept', join(folder, 'runs'));
    const first = artifactsFingerprint(folder);
    expect(first).not.toContain('loop.json');
    writeFileSync(join(folder, 'kept/1/run_results.json'), '');
    expect(artifactsFingerprint(folder)).toContain('runs/1/run_results.json');
  });

  it('does not look at what dbt compiles, and survives without the folder', () => {
    const first = artifactsFingerprint(folder);
    mkdirSync(join(folder, 'compiled'));
    writeFileSync(join(folder, 'compiled/x.json'), '');
    writeFileSync(join(folder, 'partial_parse.msgpack'), '');
    expect(artifactsFingerprint(folder)).toBe(first);
    expect(artifactsFingerprint(join(folder, 'none'))).toBe('');
  });
});

describe('untilArtifactsSettle', () => {
  async function settle(looks: string[], known: string) {
    const controller = new AbortController();
    let at = 0;
    const look = (): string => {
      if (at === looks.length - 1) controller.abort();
      return looks[Math.min(at++, looks.length - 1)] ?? '';
    };
    return untilArtifactsSettle(known, look, () => Promise.resolve(), controller.signal);
  }

  it('waits until two looks see the same new thing', async () => {
    expect(await settle(['a', 'a', 'b', 'c', 'd', 'd', 'e'], 'a')).toBe('d');
  });

  it('does not take what it knows, or nothing, for news', async () => {
    expect(await settle(['a', 'a', '', '', 'b', 'a', 'a'], 'a')).toBeNull();
  });
});

describe('untilArtifactsChange', () => {
  it('takes the first new look that sees anything', async () => {
    const looks = ['a', '', 'a', 'b', 'c'];
    const look = (): string => looks.shift() ?? 'the end';
    const pause = (): Promise<void> => Promise.resolve();
    expect(await untilArtifactsChange('a', look, pause, new AbortController().signal)).toBe('b');
    expect(looks).toEqual(['c']);
  });
});
