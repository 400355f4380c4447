import { chmod, mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
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
  'models/model.shop.orders/index.html': '<!doctype html><title>orders</title>',
  'models/model.shop.orders.json': '{"page":"orders"}',
  'models/model.shop.orders.md': '# orders – é\n',
  'models/page/2/index.html': '<!doctype html><title>Models, page 2</title>',
  '_assets/site.4f2a.css': 'body { color: black }',
  '.build.json': '{"secret":true}',
};

/** When the files of the small site were last changed, in seconds since 1970. */
const MTIME = 1_700_000_000;

/** Writes the small site with its compressed side files to a folder that nginx may read. */
export async function writeSmallSite(): Promise<{ folder: string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'small-site-'));
  await chmod(folder, 0o755);
  for (const [path, text] of Object.entries(SMALL_SITE)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    for (const [suffix, bytes] of [
      ['', Buffer.from(text)],
      ['.gz', gzipSync(text)],
      ['.br', brotliCompressSync(text)],
    ] as const) {
      await writeFile(join(folder, path + suffix), bytes);
      await utimes(join(folder, path + suffix), MTIME, MTIME);
    }
  }
  return { folder, remove: () => rm(folder, { recursive: true }) };
}
