import { rmdirSync } from 'node:fs';
import { join } from 'node:path';

/** Removes the folders above a file that went, as long as nothing else is in them. */
export function removeEmptyFolders(root: string, file: string): void {
  for (let at = file.lastIndexOf('/'); at > 0; at = file.lastIndexOf('/', at - 1)) {
    try {
      rmdirSync(join(root, file.slice(0, at)));
    } catch {
      // Not empty.
      return;
    }
  }
}
