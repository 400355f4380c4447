import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ArtifactFile, ArtifactSet } from '../artifacts/artifact-set.ts';
import { redactArtifact } from '../artifacts/redact.ts';
import type { PublishMode } from '../config/schema.ts';
import { ArtifactChanged } from '../errors/catalogue.ts';
import { SiteError } from '../errors/site-error.ts';
import { slug } from '../view/slug.ts';
import type { FileOutput } from './output.ts';

/** An artifact's file that the site carries. */
export interface PublishedArtifact extends FileOutput {
  /** Relative to the artifacts folder, with forward slashes. */
  readonly path: string;
}

/**
 * The artifacts' files as the site carries them: those that were read, as they are or with what
 * must stay secret masked.
 *
 * @param generator name and version of dbt-Workbench: another version may mask more
 */
export function publishedArtifacts(
  artifacts: Pick<ArtifactSet, 'root' | 'files'>,
  mode: PublishMode,
  generator: string,
): PublishedArtifact[] {
  if (mode === 'none') return [];
  // Not the artifacts themselves, which the outputs would keep in memory.
  const { root, files } = artifacts;
  const taken = new Set<string>();
  return files.flatMap((artifact) => {
    const { path, sha256, kind, state } = artifact;
    const file = `artifacts/files/${publishedName(path, mode)}`;
    // The same artifact may lie there gzipped and not: one of them is enough.
    if (state !== 'read' || sha256 === null || taken.has(file.toLowerCase())) return [];
    taken.add(file.toLowerCase());
    const bytes = async (): Promise<Uint8Array> => {
      const content = await readUnchanged(join(root, path), artifact);
      return mode === 'raw' ? content : redactArtifact(content, kind);
    };
    return [{ kind: 'file' as const, path, file, key: `${mode} ${generator} ${sha256}`, bytes }];
  });
}

/** Like the path, in letters that are safe in a URL. Masking unzips, so `.gz` goes. */
function publishedName(path: string, mode: PublishMode): string {
  const [, stem = path, suffix = ''] = /^(.*?)((?:\.(?:json|jsonl|log|gz))*)$/s.exec(path) ?? [];
  const segments = stem.split('/').map(slug).join('/');
  return segments + (mode === 'redacted' ? suffix.replace(/\.gz$/, '') : suffix);
}

async function readUnchanged(path: string, artifact: ArtifactFile): Promise<Buffer> {
  const content = await readFile(path);
  if (createHash('sha256').update(content).digest('hex') !== artifact.sha256) {
    throw new SiteError(ArtifactChanged, ArtifactChanged.message(artifact.path), artifact.path);
  }
  return content;
}
