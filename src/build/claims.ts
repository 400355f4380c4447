/** Why an output cannot be written; the first one that wanted the path keeps it. */
export type ClaimProblem =
  | { readonly kind: 'taken'; readonly file: string; readonly by: string }
  | { readonly kind: 'case'; readonly file: string; readonly by: string }
  | { readonly kind: 'folder'; readonly file: string; readonly by: string }
  | { readonly kind: 'outside'; readonly file: string };

/** Keeps account of which output writes which path, so that no two ever write the same. */
export class Claims {
  readonly #files = new Map<string, string>();
  readonly #folders = new Map<string, string>();

  /**
   * Claims a path for one output.
   *
   * Paths that differ only by case or by Unicode form are the same file on many machines, and a
   * file cannot also be a folder, so these count as taken too.
   *
   * @param file path below the output folder, with forward slashes
   * @returns null when the path is free, and now taken
   */
  claim(file: string): ClaimProblem | null {
    if (!isInside(file)) return { kind: 'outside', file };
    const folded = fold(file);
    const by = this.#files.get(folded);
    if (by !== undefined) return { kind: by === file ? 'taken' : 'case', file, by };
    const child = this.#folders.get(folded);
    if (child !== undefined) return { kind: 'folder', file, by: child };
    const fresh: string[] = [];
    for (const folder of foldersAbove(folded)) {
      // What lies in it has claimed it, and all folders above it.
      if (this.#folders.has(folder)) break;
      const parent = this.#files.get(folder);
      if (parent !== undefined) return { kind: 'folder', file, by: parent };
      fresh.push(folder);
    }
    for (const folder of fresh) this.#folders.set(folder, file);
    this.#files.set(folded, file);
    return null;
  }
}

/** Small letters, digits and signs of ASCII: what most paths are made of, and nothing that folding changes. */
const FOLDED = /^[!-@[-~]*$/;

function fold(file: string): string {
  if (FOLDED.test(file)) return file;
  return file.normalize('NFC').toLowerCase();
}

/** The folders above a file, the nearest first. */
function* foldersAbove(file: string): Generator<string> {
  for (let at = file.lastIndexOf('/'); at > 0; at = file.lastIndexOf('/', at - 1)) {
    yield file.slice(0, at);
  }
}

/** Whether a path stays below the output folder on every system, and is not one of the engine's own. */
function isInside(file: string): boolean {
  return !file.startsWith('.dbt-workbench') && !/[\\:\0]|(?:^|\/)\.{0,2}(?:\/|$)/.test(file);
}
