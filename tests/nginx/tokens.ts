import { createHmac, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';

/** What the tokens of the tests are for. */
export const ISSUER = 'https://id.example.com';
export const AUDIENCE = 'dbt-docs';

const secret = Buffer.from('a secret of thirty-two bytes or more');
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });
/** Keys that the server has never seen. */
const strangers = {
  rsa: generateKeyPairSync('rsa', { modulusLength: 2048 }),
  ec: generateKeyPairSync('ec', { namedCurve: 'P-256' }),
};

export const KEYS = { secret, rsa, ec, strangers };

function jwk(key: KeyObject, more: Record<string, string>): Record<string, unknown> {
  return { ...key.export({ format: 'jwk' }), ...more };
}

/** The key set that the server has: one key for each algorithm. */
export const KEY_SET = {
  keys: [
    { kty: 'oct', k: secret.toString('base64url'), kid: 'hs', alg: 'HS256' },
    jwk(rsa.publicKey, { kid: 'rs', alg: 'RS256', use: 'sig' }),
    jwk(ec.publicKey, { kid: 'es', use: 'sig' }),
  ],
};

export function publicJwk(key: KeyObject): Record<string, unknown> {
  return jwk(key, {});
}

/** The public RSA key as text, which a server that confuses algorithms takes for a secret. */
export const RSA_PEM = rsa.publicKey.export({ type: 'spki', format: 'pem' }).toString();

type Part = Record<string, unknown> | string;

/** Header and claims in base64url; text is taken as it is. */
export function unsigned(header: Part, payload: Part): string {
  return [header, payload]
    .map((part) => (typeof part === 'string' ? part : JSON.stringify(part)))
    .map((text) => Buffer.from(text).toString('base64url'))
    .join('.');
}

export function signHs(input: string, key: string | Buffer = secret): string {
  return `${input}.${createHmac('sha256', key).update(input).digest('base64url')}`;
}

export function signRs(input: string, key: KeyObject = rsa.privateKey): string {
  return `${input}.${sign('sha256', Buffer.from(input), key).toString('base64url')}`;
}

export function signEs(
  input: string,
  key: KeyObject = ec.privateKey,
  dsaEncoding: 'ieee-p1363' | 'der' = 'ieee-p1363',
): string {
  return `${input}.${sign('sha256', Buffer.from(input), { key, dsaEncoding }).toString('base64url')}`;
}

/** Claims of a good token, with some of them otherwise; undefined leaves one out. */
export function claims(other: Record<string, unknown> = {}): Record<string, unknown> {
  const now = Math.floor(Date.now() / 1000);
  return {
    iss: ISSUER,
    aud: AUDIENCE,
    sub: 'ada',
    iat: now - 10,
    nbf: now - 10,
    exp: now + 600,
    ...other,
  };
}

export const HEADERS = {
  hs: { alg: 'HS256', typ: 'JWT', kid: 'hs' },
  rs: { alg: 'RS256', typ: 'JWT', kid: 'rs' },
  es: { alg: 'ES256', typ: 'JWT', kid: 'es' },
} as const;

/** A token signed with the secret, the quickest to make. */
export function hsToken(
  otherClaims: Record<string, unknown> = {},
  otherHeader: Record<string, unknown> = {},
): string {
  return signHs(unsigned({ ...HEADERS.hs, ...otherHeader }, claims(otherClaims)));
}
