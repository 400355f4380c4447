import type { Project } from '../project/project.ts';

/**
 * Whether a run that did something with these resources can be of the project: it knows one of them, or one has its
 * name. A run that did nothing can be anybody's.
 */
export function isOwnRun(uniqueIds: readonly string[], { resources, facts }: Project): boolean {
  if (uniqueIds.length === 0) return true;
  const own = `.${facts.name ?? ''}.`;
  return uniqueIds.some((id) => {
    const at = id.indexOf('.');
    return resources.has(id) || id.startsWith(own, at);
  });
}
