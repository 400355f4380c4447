const CODES: ReadonlyMap<string, string> = new Map([
  ['source', 'SRC'],
  ['seed', 'SEED'],
  ['model', 'MDL'],
  ['snapshot', 'SNAP'],
  ['exposure', 'EXP'],
  ['metric', 'MET'],
  ['semantic_model', 'SEM'],
  ['saved_query', 'SQ'],
  ['test', 'TEST'],
  ['unit_test', 'UNIT'],
  ['macro', 'MAC'],
  ['analysis', 'ANA'],
  ['operation', 'OP'],
  ['function', 'FN'],
  ['group', 'GRP'],
]);

/** The short code that stands beside a resource's name. A type that we don't know gives its first four letters. */
export function typeCode(resourceType: string): string {
  return CODES.get(resourceType) ?? resourceType.replaceAll('_', '').slice(0, 4).toUpperCase();
}

/** Whether a type has a code of its own. */
export function hasCode(type: string): boolean {
  return CODES.has(type);
}

/** What has a glyph without being a resource. */
const DESKS: readonly string[] = ['owner', 'tag'];

/** The class that picks the glyph of a type; types that we don't know share one. */
export function typeClass(type: string): string {
  return CODES.has(type) || DESKS.includes(type) ? `ty-${type}` : 'ty-other';
}

/** dbt's word for the type as one says it: `semantic model`. */
export function typeWord(resourceType: string): string {
  return resourceType.replaceAll('_', ' ');
}
