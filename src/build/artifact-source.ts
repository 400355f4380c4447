import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { ArtifactKind } from '../artifacts/artifact-set.ts';
import { redactArtifact } from '../artifacts/redact.ts';
import { ArtifactChanged } from '../errors/catalogue.ts';
import { SiteError } from '../errors/site-error.ts';

/** Where the bytes of a published artifact come from. Crosses to a worker. */
export interface ArtifactSource {
  /** Absolute. */
  readonly path: string;
  /** Relative to the artifacts folder, for messages. */
  readonly name: string;
  readonly kind: ArtifactKind;
  /** Of the bytes that the site was made from, in hex. */
  readonly sha256: string;
  readonly mode: 'raw' | 'redacted';
}

/**
 * The bytes to publish, in pieces.
 *
 * @throws SiteError `ArtifactChanged` when the file is not the one that the site was made from
 */
export async function publishedBytes(source: ArtifactSource): Promise<readonly Uint8Array[]> {
  const { path, name, kind, sha256, mode } = source;
  const content = await readFile(path);
  if (createHash('sha256').update(content).digest('hex') !== sha256) {
    throw new SiteError(ArtifactChanged, ArtifactChanged.message(name), name);
  }
  return mode === 'raw' ? [content] : redactArtifact(content, kind);
}
