import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** A folder of real artifacts, one dbt project in one version. */
export interface CorpusSet {
  readonly name: string;
  readonly folder: string;
}

/**
 * The sets that the environment names. Vitest runs these tests only when it does, so that a
 * missing corpus never passes for a green one.
 *
 * @throws Error when the variable is not set or names no folder with sets
 */
export function corpusSets(): { withManifest: CorpusSet[]; without: CorpusSet[] } {
  const root = process.env['DBT_WORKBENCH_CORPUS'];
  if (root === undefined || !existsSync(root)) {
    throw new Error('DBT_WORKBENCH_CORPUS must name the folder of the corpus.');
  }
  const sets = readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('_'))
    .map((entry) => ({ name: entry.name, folder: join(root, entry.name) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const hasManifest = (set: CorpusSet) => existsSync(join(set.folder, 'manifest.json'));
  const withManifest = sets.filter(hasManifest);
  if (withManifest.length === 0) throw new Error(`${root} holds no artifact sets.`);
  return { withManifest, without: sets.filter((set) => !hasManifest(set)) };
}
