import { decodeBase64url, type Bytes } from './base64url.ts';
import { isObject, parseObject, type JsonObject } from './json-object.ts';
import { p256Spki, rsaSpki } from './spki.ts';

/** The algorithms that are accepted (RFC 7518). A key is good for one of them only. */
export type Algorithm = 'HS256' | 'RS256' | 'ES256';

/** A key that signatures are verified with. */
export interface VerificationKey {
  readonly algorithm: Algorithm;
  readonly kid: string | null;
  /** The secret itself for HS256, SubjectPublicKeyInfo otherwise. */
  readonly bytes: Bytes;
}

export interface KeySet {
  readonly keys: readonly VerificationKey[];
  /** Why some keys are not used, or null where one is used; in the order of the file. */
  readonly refused: readonly (string | null)[];
}

/**
 * The keys of a JSON Web Key Set (RFC 7517) that tokens may be signed with.
 *
 * @returns null when the text is no key set
 */
export function readKeySet(text: string): KeySet | null {
  const set = parseObject(text);
  if (set === null || !Array.isArray(set['keys'])) return null;
  const keys: VerificationKey[] = [];
  const refused: (string | null)[] = [];
  set['keys'].forEach((entry: unknown) => {
    const key = isObject(entry) ? readKey(entry) : 'is not an object';
    if (typeof key === 'string') {
      refused.push(key);
      return;
    }
    keys.push(key);
    refused.push(null);
  });
  return { keys, refused };
}

function readKey(jwk: JsonObject): VerificationKey | string {
  if (jwk['use'] !== undefined && jwk['use'] !== 'sig') return 'is not for signatures';
  const operations = jwk['key_ops'];
  if (operations !== undefined && !(Array.isArray(operations) && operations.includes('verify'))) {
    return 'is not for verifying signatures';
  }
  const kid = jwk['kid'];
  if (kid !== undefined && typeof kid !== 'string') return 'has a "kid" that is not text';
  const read = readBytes(jwk);
  if (typeof read === 'string') return read;
  if (jwk['alg'] !== undefined && jwk['alg'] !== read.algorithm) {
    return `is for ${JSON.stringify(jwk['alg'])}, not for ${read.algorithm}`;
  }
  return { algorithm: read.algorithm, kid: kid === undefined ? null : kid, bytes: read.bytes };
}

function readBytes(jwk: JsonObject): Pick<VerificationKey, 'algorithm' | 'bytes'> | string {
  if (jwk['kty'] === 'oct') return readSecret(jwk);
  // A private key lets whoever reads the file sign tokens of his own.
  if (jwk['d'] !== undefined) return 'is a private key: keep it elsewhere and give the public one';
  if (jwk['kty'] === 'RSA') return readRsa(jwk);
  if (jwk['kty'] === 'EC') return readP256(jwk);
  return 'is neither an RSA key, nor an EC key, nor a secret';
}

function readSecret(jwk: JsonObject): Pick<VerificationKey, 'algorithm' | 'bytes'> | string {
  const bytes = member(jwk, 'k');
  // RFC 7518, 3.2: as long as the hash at least.
  if (bytes === null || bytes.length < 32) return 'has a secret of less than 32 bytes';
  return { algorithm: 'HS256', bytes };
}

function readRsa(jwk: JsonObject): Pick<VerificationKey, 'algorithm' | 'bytes'> | string {
  const modulus = member(jwk, 'n');
  const exponent = member(jwk, 'e');
  if (modulus === null || exponent === null || exponent.length === 0 || exponent.length > 8) {
    return 'is not a whole RSA key';
  }
  // RFC 7518, 3.3: 2048 bits at least. Larger ones than 8192 only cost time.
  if (modulus.length < 256 || modulus.length > 1024 || (modulus[0] ?? 0) < 0x80) {
    return 'has less than 2048 bits, or more than 8192';
  }
  return { algorithm: 'RS256', bytes: rsaSpki(modulus, exponent) };
}

function readP256(jwk: JsonObject): Pick<VerificationKey, 'algorithm' | 'bytes'> | string {
  if (jwk['crv'] !== 'P-256') return 'is not on the curve P-256';
  const x = member(jwk, 'x');
  const y = member(jwk, 'y');
  if (x === null || y === null || x.length !== 32 || y.length !== 32) {
    return 'is not a whole key on P-256';
  }
  return { algorithm: 'ES256', bytes: p256Spki(x, y) };
}

function member(jwk: JsonObject, name: string): Bytes | null {
  const value = jwk[name];
  return typeof value === 'string' ? decodeBase64url(value) : null;
}
