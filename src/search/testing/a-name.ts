import type { Name } from '../name.ts';

/** A name for tests: a model's but for what is given. */
export function aName(uniqueId: string, given: Partial<Name> = {}): Name {
  const [resourceType = 'model', packageName = 'shop', ...rest] = uniqueId.split('.');
  const name = rest.join('.');
  return {
    uniqueId,
    name,
    shortName: name,
    resourceType,
    packageName,
    folder: '',
    label: null,
    href: `/${resourceType}s/${uniqueId}/`,
    uses: 0,
    isOldVersion: false,
    ...given,
  };
}
