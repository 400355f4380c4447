import type { NodeFingerprint } from './run.ts';

/** Parts that a node is made of. */
export type ChangedPart = keyof NodeFingerprint;

/** When what a node is made of last changed, as far as runs tell. */
export type LastChange<Past> =
  /** Since `past`, the newest run that tells: it hasn't run as it is now. */
  | { readonly kind: 'not run'; readonly past: Past; readonly parts: readonly ChangedPart[] }
  /** `past` is the first run with what it is made of now. */
  | { readonly kind: 'changed'; readonly past: Past; readonly parts: readonly ChangedPart[] }
  /** It has been as it is since `past` at least, the oldest run that tells. */
  | { readonly kind: 'unchanged'; readonly past: Past };

const PARTS: readonly ChangedPart[] = ['code', 'columns', 'config'];

/**
 * Finds the last change of a node in the fingerprints of its results. Null where no result has one: whether it changed
 * is unknown then, and not known to be false.
 *
 * @param results newest first
 * @param now what the node is made of as the manifest has it
 */
export function lastChange<
  Past extends { readonly result: { readonly fingerprint: NodeFingerprint | null } },
>(results: readonly Past[], now: NodeFingerprint): LastChange<Past> | null {
  const known = results.flatMap((past) =>
    past.result.fingerprint === null ? [] : [{ past, print: past.result.fingerprint }],
  );
  const [newest] = known;
  if (newest === undefined) return null;
  const sinceThen = changedParts(now, newest.print);
  if (sinceThen.length > 0) return { kind: 'not run', past: newest.past, parts: sinceThen };
  let last = newest;
  for (const older of known.slice(1)) {
    const parts = changedParts(last.print, older.print);
    if (parts.length > 0) return { kind: 'changed', past: last.past, parts };
    last = older;
  }
  return { kind: 'unchanged', past: last.past };
}

/** The parts in which two fingerprints differ. Code that one of them doesn't know is no difference. */
export function changedParts(a: NodeFingerprint, b: NodeFingerprint): ChangedPart[] {
  return PARTS.filter(
    (part) => a[part] !== b[part] && !(part === 'code' && (a.code === '' || b.code === '')),
  );
}
