import type { JsonObject } from '../../fields.ts';

/** A unit test has its checksum as a bare SHA-256; other nodes have `{name, checksum}`. */
export function checksumToObject(raw: JsonObject): JsonObject {
  const { checksum } = raw;
  return typeof checksum === 'string' ? { ...raw, checksum: { name: 'sha256', checksum } } : raw;
}
