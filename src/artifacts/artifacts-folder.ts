import { realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import {
  ArtifactsFolderMissing,
  ArtifactsFolderUnreadable,
  ArtifactsNotAFolder,
  TargetFolderUsed,
} from '../errors/catalogue.ts';
import { SiteError } from '../errors/site-error.ts';
import type { Diagnostics } from './diagnostics.ts';

/**
 * The folder to read: the one given, or its `target/` when only that one holds a manifest.
 *
 * @throws SiteError `ArtifactsFolderMissing`, `ArtifactsNotAFolder` or `ArtifactsFolderUnreadable`.
 */
export async function chooseFolder(root: string, diagnostics: Diagnostics): Promise<string> {
  await checkFolder(root);
  if (await hasManifest(root)) return root;
  const target = join(root, 'target');
  if (!(await hasManifest(target)) || !(await isInside(root, target))) return root;
  diagnostics.add(TargetFolderUsed, '.', null, root);
  return target;
}

async function checkFolder(root: string): Promise<void> {
  try {
    const stats = await stat(root);
    if (!stats.isDirectory())
      throw new SiteError(ArtifactsNotAFolder, ArtifactsNotAFolder.message(root));
  } catch (error) {
    if (error instanceof SiteError || !(error instanceof Error) || !('code' in error)) throw error;
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') {
      throw new SiteError(ArtifactsFolderMissing, ArtifactsFolderMissing.message(root));
    }
    const message = ArtifactsFolderUnreadable.message(root, String(error.code));
    throw new SiteError(ArtifactsFolderUnreadable, message);
  }
}

async function hasManifest(folder: string): Promise<boolean> {
  for (const name of ['manifest.json', 'manifest.json.gz']) {
    try {
      await stat(join(folder, name));
      return true;
    } catch {
      // Not there, or not to be opened: the other name may be.
    }
  }
  return false;
}

async function isInside(root: string, folder: string): Promise<boolean> {
  return (await realpath(folder)).startsWith((await realpath(root)) + sep);
}
