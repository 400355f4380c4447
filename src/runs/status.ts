/** What a status means to a reader. Each kind has one shape, one word and one colour. */
export const STATUS_KINDS = ['success', 'warn', 'error', 'skipped', 'partial', 'none'] as const;
export type StatusKind = (typeof STATUS_KINDS)[number];

const KIND_OF_STATUS: ReadonlyMap<string, StatusKind> = new Map([
  ['success', 'success'],
  ['pass', 'success'],
  ['warn', 'warn'],
  ['error', 'error'],
  ['fail', 'error'],
  ['runtime error', 'error'],
  ['skipped', 'skipped'],
  ['reused', 'skipped'],
  ['partial success', 'partial'],
]);

/** From worst to best, for "the worst of these" and for sorting. */
const SEVERITY: readonly StatusKind[] = ['error', 'partial', 'warn', 'skipped', 'none', 'success'];

/** The kind of one of dbt's status words. A word that no dbt has used so far is `none`: never a false success. */
export function statusKind(status: string | null): StatusKind {
  if (status === null) return 'none';
  const word = status.toLowerCase();
  return isNoOp(word) ? 'skipped' : (KIND_OF_STATUS.get(word) ?? 'none');
}

/** Whether dbt says that there was nothing to do; Fusion's name for it has no hyphen. */
export function isNoOp(status: string): boolean {
  return /^no-?op$/i.test(status);
}

/** Whether a result of this kind is a failure, of all of it or of a part. */
export function hasFailed(kind: StatusKind): boolean {
  return kind === 'error' || kind === 'partial';
}

/** 0 is worst. */
export function statusRank(kind: StatusKind): number {
  return SEVERITY.indexOf(kind);
}

/** The worst of several kinds; `none` of no kinds. */
export function worstKind(kinds: Iterable<StatusKind>): StatusKind {
  let worst: StatusKind | null = null;
  for (const kind of kinds) {
    if (worst === null || statusRank(kind) < statusRank(worst)) worst = kind;
  }
  return worst ?? 'none';
}
