import { ArtifactNotJson, ArtifactUnreadable } from '../errors/catalogue.ts';
import type { Diagnostic } from '../errors/diagnostic.ts';
import { SiteError } from '../errors/site-error.ts';
import { loadFile, unreadableReason } from './artifact-bytes.ts';
import { readArtifactMetadata } from './artifact-metadata.ts';
import { createDiagnostics, type Diagnostics } from './diagnostics.ts';
import type { FoundFile } from './discover.ts';
import { type JsonFile, topLevel } from './json-file.ts';
import { JsonStructureError } from './json-spans.ts';
import { lineColumnAt } from './line-column.ts';
import type { Manifest } from './manifest/manifest.ts';
import { readManifest } from './manifest/read-manifest.ts';

/** A manifest beside the results of its invocation; null, with the reason, where the file can't be used. */
export interface ManifestBeside {
  readonly manifest: Manifest | null;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads, one after the other, those manifests that these invocations wrote. What is odd about single nodes is not told,
 * as old manifests are asked only what nodes were made of.
 *
 * @param found manifests that lie in one folder
 * @param invocationIds whose manifests are wanted
 */
export async function* manifestsBeside(
  found: readonly FoundFile[],
  invocationIds: ReadonlySet<string>,
): AsyncGenerator<ManifestBeside> {
  if (invocationIds.size === 0) return;
  for (const file of found) {
    const diagnostics = createDiagnostics();
    const manifest = await readBeside(file, invocationIds, diagnostics);
    if (manifest !== 'of others') yield { manifest, diagnostics: diagnostics.list() };
  }
}

async function readBeside(
  file: FoundFile,
  invocationIds: ReadonlySet<string>,
  diagnostics: Diagnostics,
): Promise<Manifest | 'of others' | null> {
  try {
    const { json } = await loadFile(file, createDiagnostics());
    try {
      // In a folder of many most belong to other runs, and only what is read whole takes time.
      return invocationIds.has(invocationOf(json)) ? readManifest(json) : 'of others';
    } catch (error) {
      if (!(error instanceof JsonStructureError)) throw error;
      const { line, column } = lineColumnAt(json.bytes, error.offset);
      diagnostics.add(ArtifactNotJson, file.path, null, line, column, error.problem);
      return null;
    }
  } catch (error) {
    const reason = error instanceof SiteError ? error.message : unreadableReason(error);
    diagnostics.add(ArtifactUnreadable, file.path, null, reason);
    return null;
  }
}

/** The invocation that wrote an artifact; empty where it doesn't tell. */
export function invocationOf(json: JsonFile): string {
  return readArtifactMetadata(json, topLevel(json) ?? []).invocation_id ?? '';
}
