import { isRawObject, type RawObject } from '../../project/raw-values.ts';

/**
 * Whether the value at a dotted place of a configuration is the one that is looked for. Lists match when they hold it;
 * `true` and `false` in any case stand for booleans; numbers match nothing, as in dbt. Only a severity is compared
 * without regard to case.
 */
export function configMatcher(
  place: readonly string[],
  value: string,
): (config: RawObject) => boolean {
  const folded = value.toLowerCase();
  const flag = folded === 'true' ? true : folded === 'false' ? false : null;
  const isSeverity = place.length === 1 && place[0] === 'severity';
  const isSame = (found: unknown): boolean =>
    typeof found === 'string'
      ? found === value || (isSeverity && found.toLowerCase() === folded)
      : flag !== null && found === flag;
  return (config) => {
    const found = valueAt(config, place);
    return Array.isArray(found) ? found.some(isSame) : isSame(found);
  };
}

function valueAt(config: RawObject, place: readonly string[]): unknown {
  let value: unknown = config;
  for (const key of place) {
    if (!isRawObject(value) || !Object.hasOwn(value, key)) return undefined;
    value = value[key];
  }
  return value;
}
