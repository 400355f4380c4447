import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Folders that hold other people's manifests, or so much that looking takes long. */
const LEFT_OUT = /^(?:\..*|node_modules|dbt_packages|dbt_modules|venv|runs)$/;
/** `packages/shop/dbt/target` is as deep as people put it. */
const DEPTH = 4;
const MOST_FOLDERS = 500;
const MOST_FOUND = 3;

/**
 * Where manifests lie below a folder that has none itself, for whoever gave the folder above: the first three in the
 * order of depth and name, relative and with forward slashes. Of links only those called `target` are followed, as what
 * is named here was not read.
 */
export async function manifestsBelow(root: string): Promise<string[]> {
  const found: string[] = [];
  let level = [''];
  let looked = 0;
  for (let depth = 0; depth <= DEPTH && level.length > 0; depth++) {
    const next: string[] = [];
    for (const folder of level) {
      if (++looked > MOST_FOLDERS || found.length >= MOST_FOUND) return found;
      const entries = await readdir(join(root, folder), { withFileTypes: true }).catch(() => []);
      const holdsOne = entries.some(
        (entry) => entry.isFile() && /^manifest\.json(?:\.gz)?$/.test(entry.name),
      );
      // A site of ours carries copies of what it was made from.
      if (entries.some(({ name }) => name === 'build.json')) continue;
      if (holdsOne) found.push(folder);
      else next.push(...foldersAmong(entries).map((name) => (folder ? `${folder}/${name}` : name)));
    }
    level = next;
  }
  return found;
}

function foldersAmong(entries: readonly Dirent[]): string[] {
  return entries
    .filter((entry) => entry.isDirectory() || (entry.isSymbolicLink() && entry.name === 'target'))
    .map(({ name }) => name)
    .filter((name) => !LEFT_OUT.test(name))
    .sort();
}
