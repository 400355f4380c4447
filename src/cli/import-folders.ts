import type { Manifest } from '../artifacts/manifest/manifest.ts';
import { ManifestIndex } from '../artifacts/manifest-index.ts';
import { readInvocations } from '../artifacts/read-invocations.ts';
import { ImportFolderMissing } from '../errors/history-catalogue.ts';
import type { Diagnostic } from '../errors/diagnostic.ts';
import { SiteError } from '../errors/site-error.ts';
import { Archive } from '../history/archive.ts';
import { historyDiagnostics } from '../history/history-diagnostics.ts';
import { importRuns, type Imported } from '../history/import-runs.ts';
import { openIndex } from '../history/index/open-index.ts';
import { indexPath } from '../history/open-history.ts';
import { buildRuns } from '../runs/build-runs.ts';
import { withFingerprints } from '../runs/node-fingerprint.ts';
import type { Run } from '../runs/run.ts';
import { buildProject } from '../project/build-project.ts';
import { historyLock } from './history-effects.ts';

/** What an import did. */
export interface ImportReport {
  readonly imported: Imported;
  readonly files: number;
  /** Files that are no artifacts, or damaged, or half-written. */
  readonly unusable: number;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Adds the runs of all artifacts in these folders to a history.
 *
 * @param folders absolute paths
 * @param places absolute paths of the history and of the cache
 * @param onProgress told how many runs were found
 * @throws SiteError `ImportFolderMissing`
 */
export async function importFolders(
  folders: readonly string[],
  places: { readonly history: string; readonly cache: string },
  onProgress: (runs: number) => void,
): Promise<ImportReport> {
  const archive = new Archive(places.history);
  const { list, report } = historyDiagnostics();
  const { index } = openIndex(indexPath(places.cache, places.history));
  const manifests = new ManifestIndex(folders);
  let [files, unusable, runs] = [0, 0, 0];

  async function* found(): AsyncGenerator<Run> {
    for (const folder of folders) {
      try {
        for await (const read of readInvocations(folder, manifests)) {
          files += read.files;
          unusable += read.unusable;
          list.push(...read.diagnostics);
          let built = buildRuns(read.invocations);
          for await (const { manifest, diagnostics } of read.manifests()) {
            list.push(...diagnostics);
            if (manifest === null) unusable++;
            else built = withPrints(built, manifest);
          }
          for (const run of built) {
            onProgress(++runs);
            yield run;
          }
        }
      } catch (error) {
        const code = error instanceof Error && 'code' in error ? String(error.code) : '';
        if (!['ENOENT', 'ENOTDIR', 'EACCES'].includes(code)) throw error;
        throw new SiteError(ImportFolderMissing, ImportFolderMissing.message(folder, code));
      }
    }
  }
  try {
    const imported = await importRuns(found(), { archive, index, report, lock: historyLock });
    return { imported, files, unusable, diagnostics: list };
  } finally {
    index.close();
  }
}

/** Tells of the run that wrote the manifest what its nodes were made of. */
function withPrints(runs: readonly Run[], manifest: Manifest): Run[] {
  const project = buildProject({ manifest, catalog: null });
  return runs.map((run) => withFingerprints(run, project));
}
