/**
 * Compiles what a release carries: the renderer (pages, islands and styles, by Astro), the command
 * line and nginx's module (both by Rolldown), all free of run-time dependencies.
 *
 *     node scripts/compile.ts
 */
import { chmodSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build as astroBuild } from 'astro';
import { rolldown, type InputOptions, type Plugin } from 'rolldown';
import { RENDERER_BUNDLE, RENDERER_CLIENT, RENDERER_RECORD } from '../src/build/renderer/layout.ts';
import { compileNginxModule } from './compile-nginx-module.ts';
import { licencesText, packageFolders, readPackage } from './third-party-licences.ts';
import { contentHash } from '../src/build/content-hash.ts';
import { listFiles } from '../src/build/list-files.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const scratch = join(root, 'node_modules/.cache/dbt-workbench/renderer');
const rendererDir = join(root, 'dist/renderer');
const cliDir = join(root, 'dist/cli');
const nginxDir = join(root, 'dist/nginx');
const LICENCES_FILE = 'THIRD-PARTY-LICENCES.txt';

process.env.ASTRO_TELEMETRY_DISABLED = '1';
process.env.NODE_ENV = 'production';
// Astro makes a key for server islands at random; there are none, and the bundle must not differ
// from one compilation to the next.
process.env.ASTRO_KEY = Buffer.alloc(32).toString('base64');

/** What both bundles share: one self-contained module of Node. */
const shared: InputOptions = {
  platform: 'node',
  transform: { define: { 'process.env.NODE_ENV': '"production"' } },
  onLog(level, log) {
    if (level === 'warn') process.stderr.write(`${log.message}\n`);
  },
};

/** Modules that are in some bundle. */
const bundled = new Set<string>();

const noteModules: Plugin = {
  name: 'note-modules',
  generateBundle(_options, bundle) {
    for (const file of Object.values(bundle)) {
      if (file.type === 'chunk') for (const id of file.moduleIds) bundled.add(id);
    }
  },
};

async function compileRenderer(): Promise<void> {
  rmSync(scratch, { recursive: true, force: true });
  await astroBuild({
    root,
    outDir: scratch,
    logLevel: 'warn',
    vite: { plugins: [noteModules] },
  });

  rmSync(rendererDir, { recursive: true, force: true });
  mkdirSync(rendererDir, { recursive: true });
  cpSync(join(scratch, 'client'), join(rendererDir, RENDERER_CLIENT), { recursive: true });
  await using bundle = await rolldown({ ...shared, input: join(scratch, 'server/entry.mjs') });
  const { output } = await bundle.generate({ format: 'esm', codeSplitting: false, minify: true });
  writeFileSync(join(rendererDir, RENDERER_BUNDLE), withoutPaths(output[0].code));
}

/** The hash that is part of each page's key: over the renderer, and over the code that makes views and JSON. */
function recordHash(): void {
  const hashes = [
    `${RENDERER_BUNDLE} ${contentHash(readFileSync(join(rendererDir, RENDERER_BUNDLE)))}`,
    ...[join(rendererDir, RENDERER_CLIENT), cliDir].flatMap((folder) =>
      listFiles(folder).map((file) => `${file} ${contentHash(readFileSync(join(folder, file)))}`),
    ),
  ];
  const record = { hash: contentHash(hashes.join('\n')) };
  writeFileSync(join(rendererDir, RENDERER_RECORD), `${JSON.stringify(record)}\n`);
}

/**
 * Astro names modules by absolute paths, and chunks by hashes over them. A release must neither tell
 * where it was compiled nor depend on it; of the names, nothing is left to be found by them.
 */
function withoutPaths(code: string): string {
  const packages = fileURLToPath(new URL('../', import.meta.resolve('astro/package.json')));
  const places = [
    [scratch, '/renderer'],
    [packages, '/node_modules/'],
    [root, '/'],
  ] as const;
  let neutral = code;
  for (const [place, name] of places) neutral = neutral.replaceAll(atStart(place), `$1${name}`);
  neutral = neutral.replaceAll(/(chunks\/[\w.-]+)_[\w-]{8}\.mjs/g, '$1.mjs');
  if (atStart(root).test(neutral)) {
    throw new Error(`The renderer still names the folder that it was compiled in, ${root}.`);
  }
  return neutral;
}

/** A path where a text begins with it: a clone in `/src` must not match within other paths. */
function atStart(path: string): RegExp {
  return new RegExp(`(["'\`]|file://)${path.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}`, 'g');
}

async function compileCli(): Promise<void> {
  rmSync(cliDir, { recursive: true, force: true });
  await using bundle = await rolldown({
    ...shared,
    plugins: [noteModules],
    input: {
      main: join(root, 'src/cli/main.ts'),
      worker: join(root, 'src/build/worker.ts'),
      indexer: join(root, 'src/build/search/indexer.ts'),
      reader: join(root, 'src/artifacts/reader.ts'),
    },
  });
  await bundle.write({
    dir: cliDir,
    format: 'esm',
    entryFileNames: '[name].js',
    // Beside the entries: modules find worker.js and the renderer relative to themselves.
    chunkFileNames: '[name].js',
    minify: { mangle: false, compress: true, codegen: true },
  });
  chmodSync(join(cliDir, 'main.js'), 0o755);
}

/** The package's users get code of others, and with it what their licences ask for. */
function writeLicences(): void {
  const packages = packageFolders(bundled).map(readPackage);
  writeFileSync(join(root, 'dist', LICENCES_FILE), licencesText(packages));
}

await compileRenderer();
await compileCli();
rmSync(nginxDir, { recursive: true, force: true });
await compileNginxModule(nginxDir);
writeLicences();
recordHash();
