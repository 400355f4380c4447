/** `disabled` holds one resource an entry (a list, dbt before 1.0) or a list of them (a map of ids). */
export function disabledToList(entry: unknown): unknown[] {
  return Array.isArray(entry) ? (entry as unknown[]) : [entry];
}
