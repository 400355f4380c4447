import { isJsonObject, type JsonObject } from '../../fields.ts';

/** An owner may have several e-mail addresses (dbt 1.10), or be a bare name. */
export function ownerToText(raw: JsonObject): JsonObject {
  const { owner } = raw;
  if (typeof owner === 'string') return { ...raw, owner: { name: owner, email: null } };
  if (!isJsonObject(owner) || !Array.isArray(owner.email)) return raw;
  return { ...raw, owner: { ...owner, email: owner.email.join(', ') || null } };
}
