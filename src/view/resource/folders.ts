import type { Resource } from '../../project/resource.ts';

/** How many folders are named: each is a link to all above it, and a path of thousands is nobody's. */
const MOST_FOLDERS = 30;

/** Folders between the project and the resource, from its fqn: `marts`, `finance`; the outermost 30. */
export function foldersOf(resource: Resource): readonly string[] {
  const { fqn, details } = resource;
  if (details.kind === 'source') return [details.sourceName];
  // A versioned model's fqn ends in name and version.
  const ending = details.kind === 'node' && details.version !== null ? 2 : 1;
  return fqn.slice(1, Math.max(1, fqn.length - ending)).slice(0, MOST_FOLDERS);
}
