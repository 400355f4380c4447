/**
 * The two commands of the README, on any machine that has Node 20 and npm:
 *
 *   npm start   builds the sample site and serves it
 *   npm test    runs every test
 *
 * Installs what is missing and nothing that is there, then hands over to npm scripts, in which the
 * `node` of node_modules comes first. Plain JavaScript without dependencies: at this point neither
 * TypeScript nor a package can be relied on.
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

/** Node runs the TypeScript of scripts/ as it is from this version on. */
const OLDEST_NODE = [22, 18];

const isRoot = process.getuid?.() === 0;

/** What `npm test` takes from Debian, by a file that shows it is there. */
const SYSTEM_PACKAGES = [
  { name: 'chromium', file: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium' },
  { name: 'nginx', file: '/usr/sbin/nginx' },
  {
    name: 'libnginx-mod-http-brotli-static',
    file: '/usr/lib/nginx/modules/ngx_http_brotli_static_module.so',
  },
  { name: 'libnginx-mod-http-js', file: '/usr/lib/nginx/modules/ngx_http_js_module.so' },
];

const tasks = {
  start: async () => {
    await installPackages();
    await checkNode();
    await run('npm', ['run', '--silent', 'compile']);
    await run('npm', ['run', '--silent', 'build:sample']);
    await run('npm', ['run', '--silent', 'serve:sample']);
  },
  test: async () => {
    await installPackages();
    await checkNode();
    await installSystemPackages();
    // It says itself what failed, and its last line is the last of all.
    process.exitCode = await exitCode('npm', ['run', '--silent', 'test:all']);
  },
};

async function installPackages() {
  if (packagesAreInstalled()) return;
  console.log('install  npm packages');
  await run('npm', ['ci', '--no-audit', '--no-fund']);
}

/** Whether node_modules holds what package-lock.json asks for, told from npm's own record of it. */
function packagesAreInstalled() {
  if (!existsSync('node_modules/.package-lock.json')) return false;
  const wanted = JSON.parse(readFileSync('package-lock.json', 'utf8')).packages;
  const found = JSON.parse(readFileSync('node_modules/.package-lock.json', 'utf8')).packages;
  return (
    Object.keys(found).every((path) => path in wanted) &&
    Object.entries(wanted).every(
      ([path, entry]) =>
        path === '' || found[path]?.version === entry.version || (entry.optional && !found[path]),
    )
  );
}

async function checkNode() {
  const version = await output('npm', ['run', '--silent', 'node:version']);
  const [major, minor] = version.replace(/^v/, '').split('.').map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
  throw new Failure(
    `npm scripts run on Node ${version}, and at least ${OLDEST_NODE.join('.')} is needed. The ` +
      `package "node" in node_modules usually brings one; --ignore-scripts leaves it without ` +
      `its binary. Run "npm rebuild node", or install Node 24.`,
  );
}

async function installSystemPackages() {
  const missing = SYSTEM_PACKAGES.filter(({ file }) => !existsSync(file)).map(({ name }) => name);
  if (missing.length === 0) return;
  const canInstall = isRoot || existsSync('/usr/bin/sudo');
  if (!canInstall || !existsSync('/usr/bin/apt-get')) {
    throw new Failure(
      `The tests need ${missing.join(', ')}, and installing them needs apt-get and root or sudo. ` +
        `Have these Debian packages installed, then run "npm test" again. A Chromium elsewhere ` +
        `is found through CHROMIUM_PATH.`,
    );
  }
  console.log(`install  ${missing.join(', ')}`);
  await asRoot('apt-get', '-qq', 'update');
  await asRoot('apt-get', '-qq', 'install', '-y', '--no-install-recommends', ...missing);
}

function asRoot(...command) {
  const [program, ...args] = ['env', 'DEBIAN_FRONTEND=noninteractive', ...command];
  return isRoot ? run(program, args) : run('sudo', [program, ...args]);
}

/** An expected failure: its message says all there is to know. */
class Failure extends Error {}

async function run(command, args) {
  if ((await exitCode(command, args)) === 0) return;
  throw new Failure(`"${command} ${args.join(' ')}" failed.`);
}

/** Runs a command on this terminal. A signal that stops this process stops the command first. */
async function exitCode(command, args) {
  const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'] });
  let stopped = false;
  const stop = (signal) => {
    stopped = true;
    child.kill(signal);
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
  const code = await ended(child);
  process.off('SIGINT', stop).off('SIGTERM', stop);
  if (stopped) process.exit();
  return code;
}

async function output(command, args) {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let text = '';
  child.stdout.on('data', (chunk) => (text += chunk));
  if ((await ended(child)) !== 0) throw new Failure(`"${command} ${args.join(' ')}" failed.`);
  return text.trim();
}

function ended(child) {
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}

const task = tasks[process.argv[2]];
if (!task) {
  console.error('Usage: node scripts/bootstrap.mjs start|test');
  process.exit(2);
}
try {
  process.chdir(fileURLToPath(new URL('..', import.meta.url)));
  await task();
} catch (error) {
  console.error(error instanceof Failure ? error.message : error);
  process.exitCode = 1;
}
