import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { listFiles } from '../../src/build/list-files.ts';

export interface PageWeight {
  readonly file: string;
  /** Bytes of the HTML, gzipped. */
  readonly html: number;
  /** The same with everything that the browser needs before it shows the page, each gzipped. */
  readonly readable: number;
}

export interface SiteWeight {
  readonly files: number;
  readonly bytes: number;
  readonly medianModelPage: PageWeight | null;
  readonly largestModelPage: PageWeight | null;
}

/** Weighs a site that was built for the base `/`. */
export function measurePages(site: string): SiteWeight {
  const files = listFiles(site);
  const sizes = files.map((file) => ({ file, size: statSync(join(site, file)).size }));
  const models = sizes
    .filter(({ file }) => /^models\/(?!page\/)[^/]+\/index\.html$/.test(file))
    .sort((a, b) => a.size - b.size);
  const weigh = (file: string | undefined): PageWeight | null =>
    file === undefined ? null : weighPage(site, file);
  return {
    files: files.length,
    bytes: sizes.reduce((sum, { size }) => sum + size, 0),
    medianModelPage: weigh(models[Math.floor(models.length / 2)]?.file),
    largestModelPage: weigh(models.at(-1)?.file),
  };
}

function weighPage(site: string, file: string): PageWeight {
  const html = readFileSync(join(site, file));
  const own = gzipSync(html).length;
  const assets = blockingAssets(html.toString('utf8')).map(
    (path) => gzipSync(readFileSync(join(site, path))).length,
  );
  return { file, html: own, readable: assets.reduce((sum, size) => sum + size, own) };
}

/** Style sheets, and scripts that are neither deferred nor asynchronous nor modules. */
function blockingAssets(html: string): string[] {
  const tags = html.match(/<(?:link|script)\b[^>]*>/g) ?? [];
  return tags.flatMap((tag) => {
    const isStyle = tag.startsWith('<link') && /\brel="?stylesheet\b/.test(tag);
    const isScript = tag.startsWith('<script') && !/\b(?:defer|async|type="module")/.test(tag);
    if (!isStyle && !isScript) return [];
    const path = /\b(?:href|src)="?\/([^"\s>]+)/.exec(tag)?.[1];
    return path === undefined ? [] : [path];
  });
}
