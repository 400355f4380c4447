import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Files in which packages have what their licence asks to be carried along. */
const LICENCE_FILE = /^(licen[cs]e|copying|notice)\b/i;

/** A package whose code is in a bundle. */
export interface BundledPackage {
  readonly name: string;
  readonly version: string;
  /** As its package.json names it: `MIT`. */
  readonly licence: string;
  /** The texts of its licence and of its notices; where it brings none, a sentence that says so. */
  readonly text: string;
}

/**
 * The folders of the packages that modules belong to, sorted.
 *
 * @param modules ids as bundlers give them: absolute paths, some with a query, and names of virtual modules
 */
export function packageFolders(modules: Iterable<string>): string[] {
  const folders = [...modules].flatMap((id) => {
    const path = id.replaceAll('\\', '/').replace(/\?.*$/s, '');
    const [folder] = /^\/.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/s.exec(path) ?? [];
    return folder === undefined ? [] : [folder];
  });
  return [...new Set(folders)].sort();
}

/** @throws Error when a package doesn't say which licence it has */
export function readPackage(folder: string): BundledPackage {
  const { name, version, license, author } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  ) as {
    readonly name: string;
    readonly version: string;
    readonly license?: unknown;
    readonly author?: string | { readonly name?: string };
  };
  if (typeof license !== 'string') throw new Error(`${name} names no licence.`);
  const texts = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && LICENCE_FILE.test(entry.name))
    .map(({ name: file }) => file)
    .sort()
    .map((file) => readFileSync(join(folder, file), 'utf8').trim());
  const writer = typeof author === 'string' ? author : author?.name;
  const by = writer === undefined ? '' : `By ${writer}. `;
  const text =
    texts.length > 0 ? texts.join('\n\n') : `${by}It comes without the text of its licence.`;
  return { name, version, licence: license, text };
}

/** What a release carries along: each text once, below the packages that have it. */
export function licencesText(packages: readonly BundledPackage[]): string {
  const byText = Map.groupBy(
    packages.toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    ({ text }) => text,
  );
  const parts = [...byText].map(([text, those]) =>
    [
      ...those.map(({ name, version, licence }) => `${name} ${version} (${licence})`),
      '',
      text,
      '',
    ].join('\n'),
  );
  const head = 'Code of these packages is part of dbt-Workbench, under their own licences.\n';
  return [head, ...parts].join(`\n${'-'.repeat(80)}\n\n`);
}
