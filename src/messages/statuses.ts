/** Words of what has no status of dbt's. */
export const STATUSES = {
  notRun: 'not run',
  inlined: 'inlined',
  noRule: 'no freshness rule',
  notChecked: 'not checked',
} as const;
