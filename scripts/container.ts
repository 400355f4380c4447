/**
 * What runs in the container: builds the site from the artifacts, then has nginx serve it until the
 * container is stopped. Arguments go to the build: `docker run … --title "Our shop"`.
 * Exits with the build's code when there is no site to serve, with nginx's otherwise.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

const HOME = '/opt/dbt-workbench';
const BUILD = [
  `${HOME}/dist/cli/main.js`,
  'build',
  '/artifacts',
  '--out',
  '/site/current',
  '--cache',
  '/site/cache',
  '--compress',
];

let stopping = false;
let stopChild = () => {};
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, () => {
    stopping = true;
    stopChild();
  });
}

/** Runs a program to its end; a stop of the container reaches it as `signal`. */
async function run(program: string, args: string[], signal: NodeJS.Signals): Promise<number> {
  const child: ChildProcess = spawn(program, args, { stdio: ['ignore', 'inherit', 'inherit'] });
  stopChild = () => child.kill(signal);
  await once(child, 'exit');
  return child.exitCode ?? 1;
}

const built = await run(process.execPath, [...BUILD, ...process.argv.slice(2)], 'SIGTERM');
// With findings (1) there is a site as well.
if (built > 1 || stopping) {
  process.exitCode = stopping ? 0 : built;
} else {
  // nginx finishes the requests that it is serving on SIGQUIT, and drops them on SIGTERM.
  process.exitCode = await run('/usr/sbin/nginx', ['-c', `${HOME}/nginx.conf`], 'SIGQUIT');
}
