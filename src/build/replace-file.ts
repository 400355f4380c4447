import { renameSync, rmSync, writeFileSync } from 'node:fs';

/** Writes a file in one step: whoever reads it sees what was there or what is new. */
export function replaceFile(path: string, content: string | Uint8Array): void {
  const aside = `${path}.new`;
  try {
    writeFileSync(aside, content);
    renameSync(aside, path);
  } catch (error) {
    rmSync(aside, { force: true });
    throw error;
  }
}
