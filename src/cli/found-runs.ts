import { hash } from 'node:crypto';
import type { ArtifactSet, InvocationArtifacts } from '../artifacts/artifact-set.ts';
import type { FoundRun } from '../history/found-run.ts';
import type { Project } from '../project/project.ts';
import { buildRun, compiledCode, runIdOf } from '../runs/build-runs.ts';
import { isToldByManifest, withFingerprints } from '../runs/node-fingerprint.ts';
import type { Run } from '../runs/run.ts';

/**
 * The runs that the artifacts tell of; what the history knows of them already is not worked out.
 *
 * @param reader name and version of what reads them, as another release may read more
 */
export function foundRuns(
  { invocations, files }: Pick<ArtifactSet, 'invocations' | 'files'>,
  project: Project,
  reader: string,
): FoundRun[] {
  const hashes = new Map(files.map(({ path, sha256 }) => [path, sha256]));
  return invocations.map((invocation): FoundRun => {
    let plain: Run | null = null;
    let completed: Run | null = null;
    const run = (): Run => (plain ??= buildRun(invocation));
    return {
      id: runIdOf(invocation),
      run,
      complete: () => (completed ??= withFingerprints(run(), project, compiledCode(invocation))),
      isToldByManifest: () => isToldByManifest(run(), project.facts),
      source: sourceOf(invocation, hashes, reader),
    };
  });
}

function sourceOf(
  { folder, files }: InvocationArtifacts,
  hashes: ReadonlyMap<string, string | null>,
  reader: string,
): string | null {
  const parts = files.map((path) => [path, hashes.get(path) ?? null]);
  if (parts.some(([, content]) => content === null)) return null;
  return hash('sha256', JSON.stringify([reader, folder, parts]), 'base64url');
}
