import { open } from 'node:fs/promises';
import { loadFile } from './artifact-bytes.ts';
import { createDiagnostics } from './diagnostics.ts';
import type { FoundFile } from './discover.ts';
import { invocationFolders } from './invocation-folders.ts';
import { invocationOf } from './manifests-beside.ts';

/** dbt writes the metadata first, so that a manifest of 100 MB tells whose it is in its first bytes. */
const HEAD_BYTES = 4096;

/** Which manifest of some folders each invocation wrote, wherever it lies. Nothing is read before it is asked for. */
export class ManifestIndex {
  readonly #roots: readonly string[];
  #files: Promise<ReadonlyMap<string, FoundFile>> | null = null;

  /** @param roots absolute paths */
  constructor(roots: readonly string[]) {
    this.#roots = roots;
  }

  /** The manifests of these invocations, as far as there are any. */
  async filesOf(invocationIds: ReadonlySet<string>): Promise<readonly FoundFile[]> {
    if (invocationIds.size === 0) return [];
    this.#files ??= this.#index();
    const files = await this.#files;
    return [...invocationIds].flatMap((id) => files.get(id) ?? []);
  }

  async #index(): Promise<ReadonlyMap<string, FoundFile>> {
    const files = new Map<string, FoundFile>();
    for (const root of this.#roots) {
      for await (const { found } of invocationFolders(root)) {
        for (const file of found) {
          if (file.kind !== 'manifest') continue;
          const id = await invocationIn(file);
          if (id !== '' && !files.has(id)) files.set(id, file);
        }
      }
    }
    return files;
  }
}

/** Empty where a manifest doesn't tell, or can't be read: its own folder reports what is wrong with it. */
async function invocationIn(file: FoundFile): Promise<string> {
  try {
    const head = await headOf(file.absolutePath);
    const [, told] =
      /^\s*\{\s*"metadata"\s*:\s*\{[^{}]*"invocation_id"\s*:\s*"([^"]*)"/.exec(head) ?? [];
    return told ?? invocationOf((await loadFile(file, createDiagnostics())).json);
  } catch {
    return '';
  }
}

async function headOf(path: string): Promise<string> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.toString('latin1', 0, bytesRead);
  } finally {
    await file.close();
  }
}
