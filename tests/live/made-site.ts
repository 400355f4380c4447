import { mkdirSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { contentHash, contentTime } from '../../src/build/content-hash.ts';
import { textOf } from '../../src/build/publish/contents.ts';
import type { StateFolder } from '../../src/build/publish/state-folder.ts';

export const PAGES = 40;

/** The files of a made-up site whose every page says which round it is of, and asks for its assets. */
export function madeSite(round: number): Map<string, string> {
  const name = `r${String(round)}`;
  const files = new Map<string, string>();
  for (let page = 0; page < PAGES; page++) {
    const lines = Array.from({ length: 200 }, () => `<p>${name}</p>`).join('\n');
    const head = `<!doctype html><script src="/_assets/${name}.js"></script>`;
    files.set(`p${String(page)}/index.html`, `${head}\n${lines}\n<!-- ${name} end -->\n`);
  }
  files.set(`_assets/${name}.js`, `"${name}"`);
  files.set('build.json', JSON.stringify({ name }));
  files.set('404.html', 'nothing here');
  files.set('same.html', 'the same in every round');
  return files;
}

/** Has the engine's folder hold these files, each replaced in one step as the engine does it. */
export function fillWork(state: StateFolder, files: ReadonlyMap<string, string>): string {
  rmSync(state.work, { recursive: true, force: true });
  const contents = new Map<string, string>();
  for (const [file, text] of files) {
    const place = join(state.work, file);
    const hash = contentHash(text);
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(`${place}.new`, text);
    utimesSync(`${place}.new`, contentTime(hash), contentTime(hash));
    renameSync(`${place}.new`, place);
    contents.set(file, hash);
  }
  return textOf(contents);
}
