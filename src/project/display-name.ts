import type { Resource } from './resource.ts';

/** The name as people say it: a versioned model's with its version, a source table's with its source. */
export function displayName(resource: Resource): string {
  const { details } = resource;
  if (details.kind === 'source') return `${details.sourceName}.${resource.name}`;
  if (details.kind === 'node' && details.version !== null)
    return `${resource.name}.v${details.version}`;
  return resource.name;
}
