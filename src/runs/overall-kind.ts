import { type StatusKind, worstKind } from './status.ts';

/** A run is as bad as its worst result; skipping some things doesn't make it less of a success. */
export function overallKind(kinds: readonly StatusKind[]): StatusKind {
  const acted = kinds.filter((kind) => kind !== 'skipped');
  return worstKind(acted.length > 0 ? acted : kinds);
}
