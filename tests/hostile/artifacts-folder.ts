import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';
import type { Artifacts } from './small-project.ts';

/** Contents by path below the folder. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

/** A new temporary folder, removed when the test file is done. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'dbt-workbench-hostile-'));
  made.push(folder);
  return folder;
}

/** A new temporary folder that holds the files. */
export function folderWith(files: Files): string {
  const folder = temporaryFolder();
  for (const [path, content] of Object.entries(files)) {
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, content);
  }
  return folder;
}

/** The files of an artifacts folder; what `parts` leaves out is not written. */
export function artifactFiles(parts: Partial<Artifacts>): Record<string, string> {
  const files: Record<string, string> = {};
  if (parts.manifest) files['manifest.json'] = JSON.stringify(parts.manifest);
  if (parts.catalog) files['catalog.json'] = JSON.stringify(parts.catalog);
  if (parts.runResults) files['run_results.json'] = JSON.stringify(parts.runResults);
  if (parts.sources) files['sources.json'] = JSON.stringify(parts.sources);
  if (parts.log) files['dbt.log'] = parts.log.map((line) => `${JSON.stringify(line)}\n`).join('');
  return files;
}
