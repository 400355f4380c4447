import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The paths of all files under a folder, with forward slashes, sorted by code points.
 *
 * @param prefix put before each path, with a slash between
 */
export function listFiles(folder: string, prefix = ''): string[] {
  const files: string[] = [];
  const visit = (inside: string): void => {
    for (const entry of readdirSync(join(folder, inside), { withFileTypes: true })) {
      const path = inside === '' ? entry.name : `${inside}/${entry.name}`;
      if (entry.isDirectory()) visit(path);
      else files.push(prefix === '' ? path : `${prefix}/${path}`);
    }
  };
  visit('');
  return files.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}
