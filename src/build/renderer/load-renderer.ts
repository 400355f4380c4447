import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { RendererMissing } from '../../errors/catalogue.ts';
import { SiteError } from '../../errors/site-error.ts';
import { listFiles } from '../list-files.ts';
import type { FileOutput } from '../output.ts';
import { replaceBase } from './base-placeholder.ts';
import { RENDERER_CLIENT, RENDERER_RECORD } from './layout.ts';

/**
 * The hash over the compiled renderer, which is part of every page's key.
 *
 * @throws SiteError `RendererMissing`
 */
export function readRendererHash(rendererDir: string): string {
  try {
    const record = JSON.parse(readFileSync(join(rendererDir, RENDERER_RECORD), 'utf8')) as {
      hash?: unknown;
    };
    if (typeof record.hash === 'string') return record.hash;
    throw new Error(`${RENDERER_RECORD} has no hash`);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new SiteError(RendererMissing, RendererMissing.message(rendererDir, reason));
  }
}

/** Scripts, styles, fonts and everything of `public/`, with the site's base path in them. */
export function* clientFiles(
  rendererDir: string,
  rendererHash: string,
  base: string,
): Generator<FileOutput> {
  const folder = join(rendererDir, RENDERER_CLIENT);
  for (const file of listFiles(folder)) {
    yield {
      kind: 'file',
      file,
      key: `${rendererHash} ${base}`,
      bytes: async () => {
        const bytes = await readFile(join(folder, file));
        if (!/\.(js|css|html|svg|json|xml|txt|webmanifest)$/.test(file)) return bytes;
        return Buffer.from(replaceBase(bytes.toString('utf8'), base));
      },
    };
  }
}
