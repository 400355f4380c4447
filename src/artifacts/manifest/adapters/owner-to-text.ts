import { isJsonObject, type JsonObject } from '../../fields.ts';

/** An owner may have several e-mail addresses (dbt 1.10), or be a bare name. */
export function ownerToText(raw: JsonObject): JsonObject {
  const { owner } = raw;
  if (typeof owner === 'string') return { ...raw, owner: { name: owner, email: null } };
  if (!isJsonObject(owner) || !Array.isArray(owner.email)) return raw;
  const addresses = owner.email.filter((address) => typeof address === 'string');
  return { ...raw, owner: { ...owner, email: addresses.join(', ') || null } };
}
