import type { Selectable } from './selectable.ts';

/** dbt's words for versions of a model. */
export const VERSION_WORDS = ['latest', 'prerelease', 'old', 'none'] as const;

/** Whether a model is the latest version, a newer or an older one, or has no versions. */
export function versionMatcher(word: string): (node: Selectable) => boolean {
  return ({ resourceType, version, latestVersion }) => {
    if (resourceType !== 'model') return false;
    if (version === null) return word === 'none';
    if (word === 'latest') return version === latestVersion;
    if (latestVersion === null) return false;
    const order = compareVersions(version, latestVersion);
    return word === 'prerelease' ? order > 0 : word === 'old' && order < 0;
  };
}

/** By number where both are numbers, else by text. */
function compareVersions(a: string, b: string): number {
  const [x, y] = [Number(a), Number(b)];
  if (Number.isFinite(x) && Number.isFinite(y)) return x - y;
  return a === b ? 0 : a < b ? -1 : 1;
}
