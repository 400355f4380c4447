import { readdirSync, type Stats, statSync } from 'node:fs';
import { join } from 'node:path';

/** Folders of `target/` in which dbt keeps thousands of files that are no artifacts. */
const NO_ARTIFACTS = new Set(['compiled', 'run', 'graph', 'dbt_packages', 'node_modules', '.git']);
const DEPTH = 4;

/**
 * A text that changes whenever an artifact does: sizes, times and inodes of all that could be one.
 * Notifications of the file system do not cross network shares and bind mounts, so the folder is
 * looked at again and again. Inode and change time tell of a file that was replaced by one of equal
 * size and modification time.
 *
 * @param folder the artifacts folder, which may come and go
 */
export function artifactsFingerprint(folder: string): string {
  const lines: string[] = [];
  const linked = new Set<string>();
  const visit = (inside: string, depth: number): void => {
    for (const entry of entriesOf(join(folder, inside))) {
      const path = join(inside, entry.name);
      const mayBeFolder = entry.isDirectory() || entry.isSymbolicLink();
      if (mayBeFolder && depth < DEPTH && !NO_ARTIFACTS.has(entry.name)) {
        const found = entry.isDirectory() ? null : statsOf(join(folder, path));
        const id = found === null ? '' : `${String(found.dev)} ${String(found.ino)}`;
        // A link may lead to a folder that it lies in.
        if (entry.isDirectory() || (found?.isDirectory() === true && !linked.has(id))) {
          linked.add(id);
          visit(path, depth + 1);
        }
      }
      if (!/\.(json|jsonl|log)(\.\d+)?(\.gz)?$/.test(entry.name)) continue;
      const identity = fileIdentity(join(folder, path));
      if (identity !== null) lines.push(`${path} ${identity}`);
    }
  };
  visit('', 0);
  return lines.sort().join('\n');
}

/** A text that changes whenever the file does; null when there is none that could be read. */
export function fileIdentity(path: string): string | null {
  const stats = statsOf(path);
  return stats === null ? null : [stats.size, stats.mtimeMs, stats.ctimeMs, stats.ino].join(' ');
}

/** Not only of what is missing: links that lead in circles and shares that went away throw, too. */
function statsOf(path: string): Stats | null {
  try {
    return statSync(path);
  } catch {
    return null;
  }
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

/**
 * Waits until the artifacts differ from a fingerprint.
 *
 * @param look takes a fingerprint; an empty one is not news
 * @param pause waits between two looks; rejects or returns early when the wait is over
 * @returns the new fingerprint; null when `signal` is aborted
 */
export async function untilArtifactsChange(
  known: string,
  look: () => string | Promise<string>,
  pause: () => Promise<void>,
  signal: AbortSignal,
): Promise<string | null> {
  while (!signal.aborted) {
    const now = await look();
    if (now !== known && now !== '') return now;
    await pause();
  }
  return null;
}

/**
 * Waits until the artifacts differ from a fingerprint and have been still from one look to the next: dbt writes
 * them in place, and large ones take their time.
 *
 * @param look takes a fingerprint
 * @param pause waits between two looks; rejects or returns early when the wait is over
 * @returns the new fingerprint; null when `signal` is aborted
 */
export async function untilArtifactsSettle(
  known: string,
  look: () => string | Promise<string>,
  pause: () => Promise<void>,
  signal: AbortSignal,
): Promise<string | null> {
  let last = await look();
  while (!signal.aborted) {
    await pause();
    const now = await look();
    if (now === last && now !== known && now !== '') return now;
    last = now;
  }
  return null;
}
