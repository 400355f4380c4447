import { source } from './fnmatch.ts';

/** The files that a project is known to have, and all folders above them. Paths have forward slashes. */
export interface KnownPaths {
  readonly files: ReadonlySet<string>;
  readonly folders: ReadonlySet<string>;
}

/** @param files below the project, with forward slashes */
export function knownPaths(files: Iterable<string>): KnownPaths {
  const all = new Set(files);
  const folders = new Set<string>();
  for (const file of all) {
    for (const folder of foldersAbove(file)) folders.add(folder);
  }
  return { files: all, folders };
}

/** `['models/staging', 'models']` of `models/staging/orders.sql`, the nearest first. */
export function foldersAbove(path: string): string[] {
  const folders: string[] = [];
  for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1)) {
    folders.push(path.slice(0, at));
  }
  return folders;
}

/**
 * The files and folders that a pattern of Python's `Path.glob` finds: `*` and `?` don't cross a slash, a part that is
 * `**` stands for any number of folders.
 */
export function globPaths(pattern: string, { files, folders }: KnownPaths): ReadonlySet<string> {
  const parts = pattern.split('/').filter((part) => part !== '' && part !== '.');
  const found = new Set<string>();
  // What begins at the root of a file system, or leaves the project, is no path of it.
  if (pattern.startsWith('/') || parts.includes('..') || parts.length === 0) return found;
  const matches = matcher(parts);
  // `**` at the end finds folders only.
  const everything = parts.at(-1) === '**' ? [folders] : [folders, files];
  for (const path of everything.flatMap((set) => [...set])) if (matches(path)) found.add(path);
  return found;
}

function matcher(parts: readonly string[]): (path: string) => boolean {
  const [first] = parts;
  if (first !== undefined && !parts.some((part) => /[*?[]/.test(part))) {
    const literal = parts.join('/');
    return (path) => path === literal;
  }
  let expression = '';
  for (const [index, part] of parts.entries()) {
    const isLast = index === parts.length - 1;
    if (part === '**') expression += isLast ? '(?:[^/]+/)*' : '(?:[^/]+/)*';
    else expression += `${source(part, '[^/]*', '[^/]')}/`;
  }
  const compiled = new RegExp(`^${expression}$`, 'su');
  return (path) => compiled.test(`${path}/`);
}
