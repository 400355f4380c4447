const DATA: ReadonlySet<string> = new Set(['model', 'source', 'seed', 'snapshot']);
const BESIDE_THE_FLOW: ReadonlySet<string> = new Set(['test', 'unit_test', 'macro', 'group']);

/** Whether a type holds rows: then it can have columns, and people test it. */
export function holdsData(resourceType: string): boolean {
  return DATA.has(resourceType);
}

/** False for what hangs on the graph without being part of the flow of data: tests, macros and groups. */
export function isInFlow(resourceType: string): boolean {
  return !BESIDE_THE_FLOW.has(resourceType);
}
