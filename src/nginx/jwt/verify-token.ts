import { decodeBase64url, decodeText, type Bytes } from './base64url.ts';
import { parseObject, type JsonObject } from './json-object.ts';
import type { VerificationKey } from './keys.ts';
import type { JwtOptions } from './options.ts';

/** What the claims of a token must be. */
export type TokenRules = Pick<JwtOptions, 'issuers' | 'audiences' | 'leeway'>;

/** Longer ones are not even decoded. */
const LONGEST = 12_000;

/** What kinds of token RFC 7519 and RFC 9068 call what is good for reading, and no others. */
const TYPES = ['jwt', 'at+jwt', 'application/jwt', 'application/at+jwt'];

/**
 * Verifies a JSON Web Token (RFC 7519) as RFC 8725 advises.
 *
 * @param now seconds since 1970
 * @returns its claims, or null when it lets nobody in
 */
export async function verifyToken(
  token: string,
  keys: readonly VerificationKey[],
  rules: TokenRules,
  now: number,
): Promise<JsonObject | null> {
  if (token.length > LONGEST) return null;
  const parts = token.split('.');
  if (parts.length !== 3) return null;
  const header = decodeObject(parts[0]);
  const claims = decodeObject(parts[1]);
  const signature = decodeBase64url(parts[2] ?? '');
  if (header === null || claims === null || signature === null) return null;
  const key = keyFor(header, keys);
  if (key === null) return null;
  const signed = new Uint8Array(Buffer.from(`${parts[0] ?? ''}.${parts[1] ?? ''}`));
  const isSigned = await verifySignature(key, signature, signed);
  return isSigned && holds(claims, rules, now) ? claims : null;
}

function decodeObject(part: string | undefined): JsonObject | null {
  const text = decodeText(part === undefined ? '' : part);
  return text === null ? null : parseObject(text);
}

/**
 * The one key that a token says it is signed with. What else its header says of keys (`jwk`, `jku`,
 * `x5u`, `x5c`) is nothing but the word of whoever wrote it, and is not looked at.
 */
function keyFor(header: JsonObject, keys: readonly VerificationKey[]): VerificationKey | null {
  const typ = header['typ'];
  const kid = header['kid'];
  // Extensions that must be understood are not; encryption and compression are neither.
  const foreign = ['crit', 'enc', 'zip', 'b64'];
  if (foreign.some((name) => header[name] !== undefined)) return null;
  if (typ !== undefined && !(typeof typ === 'string' && TYPES.includes(typ.toLowerCase()))) {
    return null;
  }
  if (kid !== undefined && typeof kid !== 'string') return null;
  const fitting = keys.filter(
    (key) => key.algorithm === header['alg'] && (kid === undefined || key.kid === kid),
  );
  const only = fitting[0];
  return fitting.length === 1 && only !== undefined ? only : null;
}

// njs 0.7.9 crashes on `await` among the arguments of a call.
async function verifySignature(
  key: VerificationKey,
  signature: Bytes,
  signed: Bytes,
): Promise<boolean> {
  try {
    if (key.algorithm === 'HS256') {
      if (signature.length !== 32) return false;
      const parameters = { name: 'HMAC', hash: 'SHA-256' };
      const secret = await crypto.subtle.importKey('raw', key.bytes, parameters, false, ['verify']);
      return await crypto.subtle.verify(parameters, secret, signature, signed);
    }
    if (key.algorithm === 'ES256') {
      // The two numbers one after the other, never their ASN.1.
      if (signature.length !== 64) return false;
      const curve = { name: 'ECDSA', namedCurve: 'P-256' };
      const point = await crypto.subtle.importKey('spki', key.bytes, curve, false, ['verify']);
      const parameters = { name: 'ECDSA', hash: 'SHA-256' };
      return await crypto.subtle.verify(parameters, point, signature, signed);
    }
    const parameters = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
    const rsa = await crypto.subtle.importKey('spki', key.bytes, parameters, false, ['verify']);
    return await crypto.subtle.verify(parameters, rsa, signature, signed);
  } catch {
    return false;
  }
}

/** Whether the claims are those of a token for this site, at this time. */
function holds(claims: JsonObject, rules: TokenRules, now: number): boolean {
  const iss = claims['iss'];
  const aud = claims['aud'];
  if (typeof iss !== 'string' || !rules.issuers.includes(iss)) return false;
  const meantFor: readonly unknown[] = Array.isArray(aud) ? aud : [aud];
  if (!meantFor.every((one) => typeof one === 'string')) return false;
  if (!rules.audiences.some((audience) => meantFor.includes(audience))) return false;
  const exp = claims['exp'];
  const nbf = claims['nbf'];
  const iat = claims['iat'];
  if (!isTime(exp) || now >= exp + rules.leeway) return false;
  if (nbf !== undefined && !(isTime(nbf) && now >= nbf - rules.leeway)) return false;
  return iat === undefined || (isTime(iat) && now >= iat - rules.leeway);
}

function isTime(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}
