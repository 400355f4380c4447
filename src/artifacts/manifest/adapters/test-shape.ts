import { isJsonObject, type JsonObject } from '../../fields.ts';

/** `severity` may stand on the test itself, and its column only among the arguments. */
export function testShape(raw: JsonObject): JsonObject {
  if (raw.resource_type !== 'test') return raw;
  const config = isJsonObject(raw.config) ? raw.config : {};
  const patch: JsonObject = {};
  if (typeof raw.severity === 'string' && (config.severity ?? null) === null) {
    patch.config = { ...config, severity: raw.severity };
  }
  const metadata = raw.test_metadata;
  const kwargs = isJsonObject(metadata) && isJsonObject(metadata.kwargs) ? metadata.kwargs : {};
  if ((raw.column_name ?? null) === null && typeof kwargs.column_name === 'string') {
    patch.column_name = kwargs.column_name;
  }
  return Object.keys(patch).length === 0 ? raw : { ...raw, ...patch };
}
