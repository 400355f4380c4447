import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { checkKeys } from './check-keys.ts';

const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const p384 = generateKeyPairSync('ec', { namedCurve: 'P-384' });
const publicRsa = { ...rsa.publicKey.export({ format: 'jwk' }), kid: 'a' };
const publicEc = { ...ec.publicKey.export({ format: 'jwk' }), kid: 'b' };
const k = Buffer.alloc(32, 1).toString('base64url');

const check = (...keys: unknown[]) => checkKeys(JSON.stringify({ keys }));

describe('a key set', () => {
  it('is good with keys that can be used', () => {
    expect(check(publicRsa, publicEc, { kty: 'oct', k })).toEqual({ problem: null, warnings: [] });
  });

  it('says which keys are not used, and why', () => {
    const { problem, warnings } = check(
      publicRsa,
      { ...publicEc, use: 'enc' },
      { ...publicRsa, alg: 'RS512' },
      p384.publicKey.export({ format: 'jwk' }),
      { kty: 'OKP', crv: 'Ed25519' },
      { kty: 'oct', k: 'c2hvcnQ' },
      { ...publicRsa, n: 'AQAB' },
      1,
    );
    expect(problem).toBeNull();
    expect(warnings).toEqual([
      'keys[1] is not used: it is not for signatures.',
      'keys[2] is not used: it is for "RS512", not for RS256.',
      'keys[3] is not used: it is not on the curve P-256.',
      'keys[4] is not used: it is neither an RSA key, nor an EC key, nor a secret.',
      'keys[5] is not used: it has a secret of less than 32 bytes.',
      'keys[6] is not used: it has less than 2048 bits, or more than 8192.',
      'keys[7] is not used: it is not an object.',
    ]);
  });

  it.each([
    ['no JSON', '{', 'which is no JSON Web Key Set: {"keys": […]}'],
    ['a key alone', JSON.stringify(publicRsa), 'which is no JSON Web Key Set: {"keys": […]}'],
    ['no key', '{"keys":[]}', 'which holds no key for RS256, ES256 or HS256'],
    [
      'a private key',
      JSON.stringify({ keys: [rsa.privateKey.export({ format: 'jwk' })] }),
      'which holds no key for RS256, ES256 or HS256 (keys[0] is not used: it is a private key: keep it elsewhere and give the public one.)',
    ],
    [
      'two keys that cannot be told apart',
      JSON.stringify({ keys: [publicRsa, publicRsa] }),
      'where two keys have the algorithm and the "kid" RS256 a: a token could not say which it is signed with',
    ],
    [
      'a point that is on no curve',
      JSON.stringify({ keys: [{ ...publicEc, x: publicEc.y }] }),
      'whose key b is damaged',
    ],
  ])('with %s is refused', (_what, text, problem) => {
    expect(checkKeys(text).problem).toBe(problem);
  });
});
