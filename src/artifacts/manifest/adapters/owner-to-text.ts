import { isJsonObject, type JsonObject } from '../../fields.ts';

/** An owner may have several e-mail addresses (dbt 1.10), fields of the project's own, or be a bare name. */
export function ownerToText(raw: JsonObject): JsonObject {
  const { owner } = raw;
  if (typeof owner === 'string') return { ...raw, owner: { name: owner, email: null } };
  if (!isJsonObject(owner)) return raw;
  const { name, email, ...contact } = owner;
  const addresses = Array.isArray(email) ? email.filter((one) => typeof one === 'string') : null;
  return {
    ...raw,
    owner: { name, email: addresses === null ? email : addresses.join(', ') || null, contact },
  };
}
