#!/usr/bin/env node
import { setTimeout as sleep } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { nodeBuildEffects } from '../build/build-effects.ts';
import type { Writable } from './cli-effects.ts';
import { EXIT } from './exit-code.ts';
import { installedVersion, rendererFolder } from './installation.ts';
import { runCli } from './run-cli.ts';

const OLDEST_NODE = [22, 13] as const;
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1])) {
  const { version } = process;
  process.stderr.write(
    `dbt-workbench needs Node ${OLDEST_NODE.join('.')} or newer, but runs on ${version}.\n`,
  );
  process.exit(EXIT.failed);
}

// Nearly all that a build parses is still in use at the next collection of young objects: with the
// small spaces that V8 begins with it is copied again and again. Measured on 10,000 models: see
// docs/decisions/0008.
setFlagsFromString('--semi-space-growth-factor=64');

// The reader of a pipe may leave (`dbt-workbench check | head`); that is no defect.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(process.exitCode ?? EXIT.ok);
});

process.exitCode = await runCli(process.argv.slice(2), {
  cwd: process.cwd(),
  env: process.env,
  stdout: writable(process.stdout),
  stderr: writable(process.stderr),
  now: () => performance.now(),
  sleep: async (ms, signal) => {
    await sleep(ms, undefined, { signal }).catch(() => undefined);
  },
  untilInterrupted,
  version: installedVersion(),
  rendererDir: rendererFolder(),
  build: nodeBuildEffects(),
  // Only when it is needed: `help` and `serve` read no artifacts.
  loadSite: async (...args) => (await import('./load-site.ts')).loadSite(...args),
  loadSelection: async (...args) => (await import('./load-selection.ts')).loadSelection(...args),
});

function writable(stream: NodeJS.WriteStream): Writable {
  return {
    isTTY: stream.isTTY,
    write: (text) => {
      stream.write(text);
    },
  };
}

function untilInterrupted(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      controller.abort();
    });
  }
  return controller.signal;
}
