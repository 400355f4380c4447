import type { JsonObject } from '../../fields.ts';

/** A model's version is written as the YAML has it: `2`, `2.1` or `"2b"`. */
export function versionsToText(raw: JsonObject): JsonObject {
  const { version, latest_version: latest } = raw;
  if (typeof version !== 'number' && typeof latest !== 'number') return raw;
  return { ...raw, version: asText(version), latest_version: asText(latest) };
}

function asText(version: unknown): unknown {
  return typeof version === 'number' ? String(version) : version;
}
