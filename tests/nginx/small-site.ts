import { chmod, mkdir, mkdtemp, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

/** What the files of the small site hold, by path below its root. */
export const SMALL_SITE: Readonly<Record<string, string>> = {
  '404.html': '<!doctype html><title>Not found</title><p>No such page.</p>',
  'index.html': '<!doctype html><title>Home</title>',
  'index.json': '{"page":"home"}',
  'models/index.html': '<!doctype html><title>Models</title>',
  'models/index.json': '{"page":"models"}',
  'models/index.md': '# Models\n',
  'models/index.csv': 'name\nåse\n',
  'models/model.shop.orders/index.html': '<!doctype html><title>orders</title>',
  'models/model.shop.orders.json': '{"page":"orders"}',
  'models/model.shop.orders.md': '# orders – é\n',
  'models/page/2/index.html': '<!doctype html><title>Models, page 2</title>',
  '_assets/site.4f2a.css': 'body { color: black }',
  'search/text/8ab8/words/0.pf_index': 'words',
  'search/text/8ab8/index.json': '{"words":1}',
  'build.json': '{"build":1}',
  'search/names.json': '["orders"]',
  'artifacts/files/manifest.json': '{"metadata":{}}',
  'artifacts/files/runs/1/run_results.json.gz': 'as it was found',
  '.build.json': '{"secret":true}',
};

/** When the files of the small site were last changed, in seconds since 1970. */
const MTIME = 1_700_000_000;

/** A folder laid out as the container's `/site`. */
export interface StateFolder {
  readonly folder: string;
  readonly remove: () => Promise<void>;
}

export const RELEASE = '7-0123abcd';

/** Writes the small site with its compressed side files, as a release, to a folder that nginx may read. */
export async function writeSmallSite(): Promise<StateFolder> {
  const folder = await mkdtemp(join(tmpdir(), 'small-site-'));
  await chmod(folder, 0o755);
  for (const [path, text] of Object.entries(SMALL_SITE)) {
    await writeServed(join(folder, 'releases', RELEASE, path), text);
  }
  for (const [path, text] of Object.entries(POOL)) {
    await writeServed(join(folder, 'pool', path), text);
  }
  await symlink(join('releases', RELEASE), join(folder, 'current'));
  return { folder, remove: () => rm(folder, { recursive: true }) };
}

/** Assets of a release that is gone. */
const POOL = {
  '_assets/site.0ld0.css': 'body { color: grey }',
  'search/text/0ld0/words/0.pf_index': 'words',
};

async function writeServed(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  for (const [suffix, bytes] of [
    ['', Buffer.from(text)],
    ['.gz', gzipSync(text)],
    ['.br', brotliCompressSync(text)],
  ] as const) {
    await writeFile(file + suffix, bytes);
    await utimes(file + suffix, MTIME, MTIME);
  }
}
