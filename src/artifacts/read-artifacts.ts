import {
  ArtifactSkipped,
  ArtifactsFolderUnreadable,
  ArtifactsMissing,
  ManifestMissing,
} from '../errors/catalogue.ts';
import { SiteError } from '../errors/site-error.ts';
import { unreadableReason } from './artifact-bytes.ts';
import type { ArtifactSet } from './artifact-set.ts';
import { chooseFolder } from './artifacts-folder.ts';
import { createDiagnostics, type Diagnostics } from './diagnostics.ts';
import { discover, type FoundFile } from './discover.ts';
import { groupInvocations } from './invocations.ts';
import type { KeepReadings } from './keep-readings.ts';
import { manifestsBelow } from './manifests-below.ts';
import { readFiles } from './read-files.ts';

/**
 * Reads a folder of dbt artifacts of any dbt version: dbt's `target/`, or `manifest.json` … and
 * `runs/<anything>/run_results.json` (+ `sources.json`, `dbt.log`), any of them gzipped.
 * What can't be used is left out and reported under `diagnostics`.
 *
 * @param keep where readings are kept from one build to the next; null to keep nothing
 * @throws SiteError when there is no folder, no artifact, no manifest, or the manifest is broken.
 */
export async function readArtifacts(
  root: string,
  keep: KeepReadings | null = null,
): Promise<ArtifactSet> {
  const diagnostics = createDiagnostics();
  const folder = await chooseFolder(root, diagnostics);
  const found = await discoverIn(folder, diagnostics);
  await checkManifestIsThere(folder, found, diagnostics);
  const readings = await readFiles(found, keep);
  for (const reading of readings) diagnostics.take(reading.diagnostics);
  const manifest = lastOf(readings.map((reading) => reading.manifest));
  if (manifest === null)
    throw new SiteError(ManifestMissing, ManifestMissing.message(folder, [], [], []));
  const pieces = readings.flatMap((reading) => reading.pieces);
  const invocations = groupInvocations(pieces, diagnostics);
  return {
    root: folder,
    manifest,
    catalog: lastOf(readings.map(({ catalog }) => catalog)),
    semanticManifest: lastOf(readings.map(({ semanticManifest }) => semanticManifest)),
    invocations,
    files: readings.map(({ entry }) => entry),
    diagnostics: diagnostics.list(),
  };
}

function lastOf<T>(values: readonly (T | null)[]): T | null {
  return values.findLast((value) => value !== null) ?? null;
}

async function discoverIn(folder: string, diagnostics: Diagnostics): Promise<FoundFile[]> {
  try {
    return await discover(folder, diagnostics);
  } catch (error) {
    const message = ArtifactsFolderUnreadable.message(folder, unreadableReason(error));
    throw new SiteError(ArtifactsFolderUnreadable, message);
  }
}

async function checkManifestIsThere(
  folder: string,
  found: readonly FoundFile[],
  diagnostics: Diagnostics,
): Promise<void> {
  if (found.some(({ kind, skipReason }) => kind === 'manifest' && skipReason === null)) return;
  // A link that leads out of the folder looks like a manifest to whoever made it.
  const skipped = diagnostics
    .list()
    .filter(({ code }) => code === ArtifactSkipped.name)
    .map(({ file, message }) => `${file}: ${message}`);
  const below = await manifestsBelow(folder);
  if (found.length === 0) {
    throw new SiteError(ArtifactsMissing, ArtifactsMissing.message(folder, skipped, below));
  }
  const paths = found.map(({ path }) => path);
  const shown = paths.length > 8 ? [...paths.slice(0, 8), `${paths.length - 8} more`] : paths;
  throw new SiteError(ManifestMissing, ManifestMissing.message(folder, shown, skipped, below));
}
