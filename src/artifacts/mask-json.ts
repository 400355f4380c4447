import { isJsonObject } from './fields.ts';
import { isSecretKey, maskSecrets } from './mask-secrets.ts';

const MASK = '***';

/** Values that carry a deployment's settings: the keys stay, every value is masked. */
const settingsKeys = new Set(['env', 'vars']);

/** Masks a JSON value: all of `env` and `vars`, the values of secret keys, and credentials within texts. */
export function maskJson(value: unknown, key = ''): unknown {
  if (settingsKeys.has(key)) return maskLeaves(value);
  if (Array.isArray(value)) return value.map((item) => maskJson(item, key));
  if (isJsonObject(value)) {
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [name, maskJson(inner, name)]),
    );
  }
  if (isSecretKey(key) && (typeof value === 'string' || typeof value === 'number')) return MASK;
  return typeof value === 'string' ? maskSecrets(value) : value;
}

function maskLeaves(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(maskLeaves);
  if (isJsonObject(value)) {
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [name, maskLeaves(inner)]),
    );
  }
  return value === null || value === '' ? value : MASK;
}
