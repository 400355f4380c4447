import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { dropLeftLock, processBegan } from './lock.ts';

const ALIVE = { pid: process.pid, host: hostname(), began: processBegan(process.pid) };

it.each([
  ['stays while its owner is at work', ALIVE, true],
  ['goes when its owner has ended', { ...ALIVE, pid: 2 ** 22 + 1 }, false],
  ['goes when another process has the id of its owner', { ...ALIVE, began: '1' }, false],
  ['of another container goes', { ...ALIVE, host: 'another' }, false],
  ['without an owner goes', {}, false],
])('a lock that was left %s', (_, owner, stays) => {
  const folder = mkdtempSync(join(tmpdir(), 'lock-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  writeFileSync(join(folder, 'lock'), JSON.stringify(owner));
  dropLeftLock(folder, 'lock');
  expect(existsSync(join(folder, 'lock'))).toBe(stays);
});
