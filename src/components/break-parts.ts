const SHORTEST_LONG = 14;
const LONG_PART = 20;

/**
 * An identifier cut where a line may break: after dots, slashes and `@`, and where a part between these is long still,
 * or there are none, after underscores and dashes. Short ones stay whole. The parts joined are the identifier.
 */
export function breakParts(identifier: string): string[] {
  if (identifier.length <= SHORTEST_LONG) return [identifier];
  const parts = identifier.split(/(?<=[\w"][./@]+)(?=[^./@])/);
  return parts.flatMap((part) =>
    parts.length > 1 && part.length <= LONG_PART ? [part] : part.split(/(?<=\w[_-]+)(?=[^_-])/),
  );
}
