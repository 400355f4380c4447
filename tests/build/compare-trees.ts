import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { listFiles } from '../../src/build/list-files.ts';

/** How a folder differs from what was expected of it; all lists empty when it does not. */
export interface TreeDifference {
  readonly missing: readonly string[];
  readonly unexpected: readonly string[];
  readonly different: readonly string[];
}

/**
 * Compares two folders file by file.
 *
 * Compiled assets change with every release of the renderer, and their names with them. Only the
 * fact that they are there is compared, and `orders.Bx81.css` counts as `orders.HASH.css` wherever
 * it is named.
 */
export function compareTrees(expected: string, actual: string): TreeDifference {
  const wanted = readTree(expected);
  const found = readTree(actual);
  return {
    missing: [...wanted.keys()].filter((file) => !found.has(file)),
    unexpected: [...found.keys()].filter((file) => !wanted.has(file)),
    different: [...wanted.keys()].filter(
      (file) => found.has(file) && found.get(file) !== wanted.get(file),
    ),
  };
}

/** Writes a folder down as what is expected from now on. */
export function writeExpectation(actual: string, expected: string): void {
  for (const [file, content] of readTree(actual)) {
    mkdirSync(dirname(join(expected, file)), { recursive: true });
    writeFileSync(join(expected, file), content, 'latin1');
  }
}

const HASHED = /(_assets\/[^"'/\s]*?)\.[\w-]{8}\.(\w+)/g;

function readTree(folder: string): Map<string, string> {
  const files = listFiles(folder).map((file): [string, string] => {
    const name = file.replaceAll(HASHED, '$1.HASH.$2');
    if (name.startsWith('_assets/')) return [name, ''];
    const content = readFileSync(join(folder, file), 'latin1');
    return [name, content.replaceAll(HASHED, '$1.HASH.$2')];
  });
  return new Map(files);
}

/** Copies a case's input to a folder where a build may write beside it. */
export function copyInput(input: string, folder: string): void {
  if (existsSync(input)) cpSync(input, folder, { recursive: true });
}
