import { hash } from 'node:crypto';
import type { ArtifactSet, InvocationArtifacts } from '../artifacts/artifact-set.ts';
import type { FoundRun } from '../history/found-run.ts';
import type { Project } from '../project/project.ts';
import { buildRuns, compiledCode } from '../runs/build-runs.ts';
import { newestFirst } from '../runs/finish-run.ts';
import { isToldByManifest, withFingerprints } from '../runs/node-fingerprint.ts';
import type { Run } from '../runs/run.ts';

/**
 * The runs that the artifacts tell of, newest first; what the history knows of them already is not worked out.
 *
 * @param reader name and version of what reads them, as another release may read more
 */
export function foundRuns(
  { invocations, files }: Pick<ArtifactSet, 'invocations' | 'files'>,
  project: Project,
  reader: string,
): FoundRun[] {
  const hashes = new Map(files.map(({ path, sha256 }) => [path, sha256]));
  return invocations
    .flatMap((invocation) =>
      buildRuns([invocation]).map((run): FoundRun => {
        let completed: Run | null = null;
        return {
          run,
          complete: () => (completed ??= withFingerprints(run, project, compiledCode(invocation))),
          isToldByManifest: isToldByManifest(run, project.facts),
          source: sourceOf(invocation, hashes, reader),
        };
      }),
    )
    .sort((a, b) => newestFirst(a.run, b.run));
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
