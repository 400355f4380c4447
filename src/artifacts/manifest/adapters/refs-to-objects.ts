import type { JsonObject } from '../../fields.ts';

/** dbt before 1.5 writes a ref as `["name"]` or `["package", "name"]`; Fusion leaves keys out. */
export function refsToObjects(raw: JsonObject): JsonObject {
  if (!Array.isArray(raw.refs) || !raw.refs.some(isOldRef)) return raw;
  return { ...raw, refs: raw.refs.map(upgradeRef) };
}

function isOldRef(ref: unknown): boolean {
  return Array.isArray(ref) || typeof (ref as { version?: unknown } | null)?.version === 'number';
}

function upgradeRef(ref: unknown): unknown {
  if (Array.isArray(ref)) {
    const [first, second] = ref as unknown[];
    const isQualified = ref.length > 1;
    return {
      name: isQualified ? second : first,
      package: isQualified ? first : null,
      version: null,
    };
  }
  if (typeof ref !== 'object' || ref === null || !('version' in ref)) return ref;
  const { version } = ref;
  return typeof version === 'number' ? { ...ref, version: String(version) } : ref;
}
