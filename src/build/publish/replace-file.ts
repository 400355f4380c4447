import { renameSync, rmSync, writeFileSync } from 'node:fs';

/** Writes a file in one step: whoever reads it sees the old text or the new one. */
export function replaceFile(path: string, text: string): void {
  const aside = `${path}.new`;
  try {
    writeFileSync(aside, text);
    renameSync(aside, path);
  } catch (error) {
    rmSync(aside, { force: true });
    throw error;
  }
}
