import { join } from 'node:path';
import type { ArtifactSet } from '../artifacts/artifact-set.ts';
import type { PublishMode } from '../config/schema.ts';
import { slug } from '../view/slug.ts';
import type { ArtifactOutput } from './output.ts';

/** An artifact's file that the site carries. */
export interface PublishedArtifact extends ArtifactOutput {
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
    const source = { path: join(root, path), name: path, kind, sha256, mode };
    return [
      { kind: 'artifact' as const, path, file, key: `${mode} ${generator} ${sha256}`, source },
    ];
  });
}

/** Like the path, in letters that are safe in a URL. Masking unzips, so `.gz` goes. */
function publishedName(path: string, mode: PublishMode): string {
  const [, stem = path, suffix = ''] = /^(.*?)((?:\.(?:json|jsonl|log|gz))*)$/s.exec(path) ?? [];
  const segments = stem.split('/').map(slug).join('/');
  return segments + (mode === 'redacted' ? suffix.replace(/\.gz$/, '') : suffix);
}
