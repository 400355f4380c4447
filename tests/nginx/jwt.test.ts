import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { httpGet } from '../http-get.ts';
import { startNginx, type NginxServer } from './nginx-server.ts';
import { SMALL_SITE, writeSmallSite, type StateFolder } from './small-site.ts';
import {
  AUDIENCE,
  HEADERS,
  ISSUER,
  KEYS,
  KEY_SET,
  RSA_PEM,
  claims,
  hsToken,
  publicJwk,
  signEs,
  signHs,
  signRs,
  unsigned,
} from './tokens.ts';

let site: StateFolder;
let nginx: NginxServer;
let behindProxy: NginxServer;
let keysFile: string;

beforeAll(async () => {
  site = await writeSmallSite();
  keysFile = join(site.folder, 'keys.json');
  await writeFile(keysFile, JSON.stringify(KEY_SET));
  const env = {
    AUTH: 'jwt',
    AUTH_JWT_KEYS_FILE: keysFile,
    AUTH_JWT_ISSUER: `https://other.example.com,${ISSUER}`,
    AUTH_JWT_AUDIENCE: AUDIENCE,
  };
  nginx = await startNginx(site.folder, { env: { ...env, AUTH_JWT_COOKIE: 'token' } });
  behindProxy = await startNginx(site.folder, {
    env: { ...env, AUTH_JWT_HEADER: 'X-Goog-IAP-JWT-Assertion', AUTH_SIGN_IN: '/in?to={path}' },
    modules: nginx.folder,
  });
});

afterAll(async () => {
  await behindProxy.stop();
  await nginx.stop();
  await site.remove();
});

/** A time as tokens have it, when it is asked for: what runs out soon is made when it is sent. */
const fromNow = (seconds: number): number => Math.floor(Date.now() / 1000) + seconds;
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
const cookie = (text: string) => ({ cookie: text });
const good = hsToken();
const [head = '', body = '', signature = ''] = good.split('.');
const rsGood = signRs(unsigned(HEADERS.rs, claims()));

/** The same bytes in another spelling: the last letter of a signature of 32 bytes has two bits to spare. */
function respelled(token: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const last = alphabet.indexOf(token.slice(-1));
  return token.slice(0, -1) + (alphabet[last + 1] ?? '');
}

type Case = readonly [claim: string, headers: () => Record<string, string>];

const ACCEPTED: readonly Case[] = [
  ['HS256', () => bearer(good)],
  ['RS256', () => bearer(rsGood)],
  ['ES256', () => bearer(signEs(unsigned(HEADERS.es, claims())))],
  ['no kid where one key has the algorithm', () => bearer(hsToken({}, { kid: undefined }))],
  ['no typ', () => bearer(hsToken({}, { typ: undefined }))],
  ['an access token of RFC 9068', () => bearer(hsToken({}, { typ: 'at+JWT' }))],
  ['one of several audiences', () => bearer(hsToken({ aud: ['other', AUDIENCE] }))],
  ['the other issuer', () => bearer(hsToken({ iss: 'https://other.example.com' }))],
  ['a token that ran out within the leeway', () => bearer(hsToken({ exp: fromNow(-5) }))],
  [
    'a token that begins within the leeway',
    () => bearer(hsToken({ nbf: fromNow(5), iat: fromNow(5) })),
  ],
  ['neither nbf nor iat', () => bearer(hsToken({ nbf: undefined, iat: undefined }))],
  ['"bearer" in lower case', () => ({ authorization: `bearer ${good}` })],
  ['a cookie among others', () => cookie(`a=1; token=${good}; b=2`)],
  ['letters beyond ASCII in a claim', () => bearer(hsToken({ name: 'Åse – 雪' }))],
  ['a key in the header, which is not looked at', () => bearer(hsToken({}, { jku: 'https://x/' }))],
];

const ATTACKS: readonly Case[] = [
  ['nothing', () => ({})],
  ['an empty token', () => ({ authorization: 'Bearer ' })],
  ['another scheme', () => ({ authorization: `Basic ${good}` })],
  ['a token without a scheme', () => ({ authorization: good })],
  ['more after the token', () => ({ authorization: `Bearer ${good} x` })],
  ['a comma after the token', () => ({ authorization: `Bearer ${good},${good}` })],
  ['alg none without a signature', () => bearer(`${unsigned({ alg: 'none' }, claims())}.`)],
  ['alg None', () => bearer(`${unsigned({ alg: 'None', kid: 'hs' }, claims())}.`)],
  ['alg nOnE, signed', () => bearer(hsToken({}, { alg: 'nOnE' }))],
  ['no alg', () => bearer(hsToken({}, { alg: undefined }))],
  ['an alg that is a list', () => bearer(hsToken({}, { alg: ['HS256'] }))],
  ['alg in lower case', () => bearer(hsToken({}, { alg: 'hs256' }))],
  ['HS512, of which there is no key', () => bearer(hsToken({}, { alg: 'HS512' }))],
  ['the signature taken off', () => bearer(`${head}.${body}.`)],
  ['the signature and its dot taken off', () => bearer(`${head}.${body}`)],
  ['a part too many', () => bearer(`${good}.x`)],
  ['five parts, as encrypted tokens have', () => bearer(`${head}.${body}.${signature}.x.y`)],
  ['a changed signature', () => bearer(`${head}.${body}.${'A'.repeat(43)}`)],
  ['a shortened signature', () => bearer(good.slice(0, -4))],
  [
    'other claims under a good signature',
    () => bearer(`${head}.${unsigned('', claims({ sub: 'eve' })).slice(1)}.${signature}`),
  ],
  [
    'another header under a good signature',
    () => bearer(`${unsigned({ ...HEADERS.hs, x: 1 }, '').slice(0, -1)}.${body}.${signature}`),
  ],
  [
    'the secret of somebody else',
    () => bearer(signHs(unsigned(HEADERS.hs, claims()), 'the secret of somebody else, 32b')),
  ],
  ['an empty secret', () => bearer(signHs(unsigned(HEADERS.hs, claims()), ''))],
  [
    'the public RSA key as a secret',
    () => bearer(signHs(unsigned({ ...HEADERS.hs, kid: 'rs' }, claims()), RSA_PEM)),
  ],
  [
    'the public RSA key as the secret that is there',
    () => bearer(signHs(unsigned(HEADERS.hs, claims()), RSA_PEM)),
  ],
  ['HS256 with the kid of another algorithm', () => bearer(hsToken({}, { kid: 'rs' }))],
  [
    'RS256 under the name ES256',
    () => bearer(signRs(unsigned({ ...HEADERS.rs, alg: 'ES256' }, claims()))),
  ],
  [
    'PS256 under the key of RS256',
    () => bearer(signRs(unsigned({ ...HEADERS.rs, alg: 'PS256' }, claims()))),
  ],
  [
    'the RSA key of somebody else',
    () => bearer(signRs(unsigned(HEADERS.rs, claims()), KEYS.strangers.rsa.privateKey)),
  ],
  [
    'the EC key of somebody else',
    () => bearer(signEs(unsigned(HEADERS.es, claims()), KEYS.strangers.ec.privateKey)),
  ],
  [
    'ES256 as ASN.1',
    () => bearer(signEs(unsigned(HEADERS.es, claims()), KEYS.ec.privateKey, 'der')),
  ],
  [
    'ES256 of nothing but zeros',
    () => bearer(`${unsigned(HEADERS.es, claims())}.${Buffer.alloc(64).toString('base64url')}`),
  ],
  [
    'a key of its own in jwk',
    () =>
      bearer(
        signRs(
          unsigned({ ...HEADERS.rs, jwk: publicJwk(KEYS.strangers.rsa.publicKey) }, claims()),
          KEYS.strangers.rsa.privateKey,
        ),
      ),
  ],
  [
    'a key of its own in jwk, without a kid',
    () =>
      bearer(
        signRs(
          unsigned({ alg: 'RS256', jwk: publicJwk(KEYS.strangers.rsa.publicKey) }, claims()),
          KEYS.strangers.rsa.privateKey,
        ),
      ),
  ],
  [
    'a key of its own behind jku',
    () =>
      bearer(
        signRs(
          unsigned({ ...HEADERS.rs, jku: 'http://127.0.0.1:1/keys' }, claims()),
          KEYS.strangers.rsa.privateKey,
        ),
      ),
  ],
  [
    'a key of its own behind x5u',
    () =>
      bearer(
        signRs(
          unsigned({ ...HEADERS.rs, x5u: 'http://127.0.0.1:1/cert' }, claims()),
          KEYS.strangers.rsa.privateKey,
        ),
      ),
  ],
  ['an unknown kid', () => bearer(hsToken({}, { kid: 'nobody' }))],
  [
    'a kid that is a path',
    () => bearer(signHs(unsigned({ ...HEADERS.hs, kid: '../../dev/null' }, claims()), '')),
  ],
  ['a kid that is a number', () => bearer(hsToken({}, { kid: 0 }))],
  ['an empty kid', () => bearer(hsToken({}, { kid: '' }))],
  ['a kid that every object has', () => bearer(hsToken({}, { kid: '__proto__' }))],
  ['crit', () => bearer(hsToken({}, { crit: ['exp'] }))],
  ['an unencoded payload', () => bearer(hsToken({}, { b64: false, crit: ['b64'] }))],
  ['a compressed payload', () => bearer(hsToken({}, { zip: 'DEF' }))],
  ['the typ of a logout token', () => bearer(hsToken({}, { typ: 'logout+jwt' }))],
  [
    'alg twice in the header',
    () => bearer(signHs(unsigned('{"alg":"none","alg":"HS256","kid":"hs"}', claims()))),
  ],
  [
    'exp twice in the claims',
    () =>
      bearer(
        signHs(
          unsigned(HEADERS.hs, JSON.stringify(claims()).replace('{', '{"exp":1,"e\\u0078p":2,')),
        ),
      ),
  ],
  ['a token that ran out', () => bearer(hsToken({ exp: fromNow(-3600) }))],
  ['no exp', () => bearer(hsToken({ exp: undefined }))],
  ['exp as text', () => bearer(hsToken({ exp: String(fromNow(600)) }))],
  ['exp null', () => bearer(hsToken({ exp: null }))],
  ['exp below zero', () => bearer(hsToken({ exp: -1 }))],
  [
    'exp beyond every number',
    () =>
      bearer(
        signHs(unsigned(HEADERS.hs, JSON.stringify(claims()).replace(/"exp":\d+/, '"exp":1e999'))),
      ),
  ],
  ['nbf in an hour', () => bearer(hsToken({ nbf: fromNow(3600) }))],
  ['nbf as text', () => bearer(hsToken({ nbf: '0' }))],
  ['iat in an hour', () => bearer(hsToken({ iat: fromNow(3600) }))],
  ['another issuer', () => bearer(hsToken({ iss: 'https://id.example.com.evil.example' }))],
  ['the issuer with a slash', () => bearer(hsToken({ iss: `${ISSUER}/` }))],
  ['no issuer', () => bearer(hsToken({ iss: undefined }))],
  ['a list of issuers', () => bearer(hsToken({ iss: [ISSUER] }))],
  ['the two issuers as one', () => bearer(hsToken({ iss: `https://other.example.com,${ISSUER}` }))],
  ['another audience', () => bearer(hsToken({ aud: 'dbt-docs2' }))],
  ['no audience', () => bearer(hsToken({ aud: undefined }))],
  ['an empty list of audiences', () => bearer(hsToken({ aud: [] }))],
  ['an audience within a list within a list', () => bearer(hsToken({ aud: [[AUDIENCE]] }))],
  ['an audience that is an object', () => bearer(hsToken({ aud: { 0: AUDIENCE } }))],
  ['the audience with other cases', () => bearer(hsToken({ aud: AUDIENCE.toUpperCase() }))],
  ['claims that are a list', () => bearer(signHs(unsigned(HEADERS.hs, '[]')))],
  ['claims that are null', () => bearer(signHs(unsigned(HEADERS.hs, 'null')))],
  ['claims that are no JSON', () => bearer(signHs(unsigned(HEADERS.hs, 'x')))],
  ['a header that is no JSON', () => bearer(signHs(unsigned('x', claims())))],
  [
    'claims that are not UTF-8',
    () => bearer(signHs(`${head}.${Buffer.from([0x7b, 0xff, 0x7d]).toString('base64url')}`)),
  ],
  ['padding', () => bearer(`${good}=`)],
  ['padding within', () => bearer(signHs(`${head}=.${body}`))],
  [
    'base64 that is not for addresses',
    () => bearer(signHs(`${head}.${Buffer.from('{"a":"???>>>"}').toString('base64')}`)),
  ],
  ['a signature in another spelling', () => bearer(respelled(good))],
  ['line feeds as %0a', () => bearer(`${good}%0a`)],
  [
    '11 kilobytes of claims under a wrong signature',
    () => bearer(`${unsigned(HEADERS.hs, claims({ x: 'x'.repeat(8000) }))}.${signature}`),
  ],
  ['13 kilobytes, well signed', () => bearer(hsToken({ x: 'x'.repeat(9500) }))],
  ['a cookie whose name begins like ours', () => cookie(`token2=${good}`)],
  ['a cookie whose name ends like ours', () => cookie(`xtoken=${good}`)],
  ['a cookie with the prefix __Host-', () => cookie(`__Host-token=${good}`)],
  ['a cookie in other cases', () => cookie(`Token=${good}`)],
  ['two cookies of the name', () => cookie(`token=${good}; token=${good}`)],
  ['a cookie within the value of another', () => cookie(`a="; xtoken=1, token=${good}"`)],
  ['a cookie in quotes', () => cookie(`token="${good}"`)],
  ['a good cookie beside a bad header', () => ({ ...bearer('x.y.z'), ...cookie(`token=${good}`) })],
  ['the header of a proxy that is not there', () => ({ 'x-goog-iap-jwt-assertion': good })],
  ['the token in the address', () => ({ referer: `/?token=${good}` })],
];

describe('a token', () => {
  it.each(ACCEPTED)('is accepted: %s', async (_claim, headers) => {
    const response = await httpGet(nginx.origin, '/models/', headers());
    expect(response.status).toBe(200);
    expect(response.text).toBe(SMALL_SITE['models/index.html']);
  });

  it('is refused in each of more than forty forgeries, and the site stays closed', async () => {
    const answers = await Promise.all(
      ATTACKS.map(async ([claim, headers]) => {
        const response = await httpGet(nginx.origin, '/models/', headers());
        return [claim, response.status, response.text.includes('<title>Models')] as const;
      }),
    );
    expect(answers).toEqual(ATTACKS.map(([claim]) => [claim, 401, false]));
    expect(ATTACKS.length).toBeGreaterThanOrEqual(40);
  });

  it('names the reader in the log', async () => {
    await httpGet(nginx.origin, '/models/?who', bearer(hsToken({ email: 'ada@example.com' })));
    await expect
      .poll(async () => (await nginx.log()).map(({ user }) => user), { timeout: 20_000 })
      .toContain('ada@example.com');
  });
});

describe('the keys', () => {
  it('may change while nginx runs, and without them nobody is let in', async () => {
    const other = { kty: 'oct', kid: 'new', k: Buffer.alloc(40, 7).toString('base64url') };
    await writeFile(keysFile, JSON.stringify({ keys: [other] }));
    const old = await httpGet(nginx.origin, '/models/', bearer(good));
    const token = signHs(unsigned({ alg: 'HS256', kid: 'new' }, claims()), Buffer.alloc(40, 7));
    const renewed = await httpGet(nginx.origin, '/models/', bearer(token));
    await writeFile(keysFile, '{"keys":');
    const broken = await httpGet(nginx.origin, '/models/', bearer(good));
    await writeFile(keysFile, JSON.stringify(KEY_SET));
    expect([old.status, renewed.status, broken.status]).toEqual([401, 200, 500]);
    expect(broken.text).not.toContain('Models');
    // It comes by another way than the answer.
    await expect
      .poll(() => nginx.errors(), { timeout: 20_000 })
      .toContain('no token can be checked');
  });
});

describe("a proxy's assertion", () => {
  const assertion = (token: string) => ({ 'x-goog-iap-jwt-assertion': token });

  it('is taken from its header alone', async () => {
    const statuses = await Promise.all(
      [assertion(good), bearer(good), cookie(`token=${good}`), assertion(`Bearer ${good}`)].map(
        async (headers) =>
          (await httpGet(behindProxy.origin, '/models/', { ...headers, accept: '*/json' })).status,
      ),
    );
    expect(statuses).toEqual([200, 302, 302, 302]);
  });

  it('sends browsers to sign in, and tells programs 401', async () => {
    const page = await httpGet(behindProxy.origin, '/models/?a=b&c');
    expect([page.status, page.headers.location]).toEqual([302, '/in?to=/models/']);
    const json = await httpGet(behindProxy.origin, '/models/', { accept: 'application/json' });
    expect([json.status, json.headers['www-authenticate']]).toEqual([
      401,
      'Bearer realm="dbt-Workbench"',
    ]);
  });
});
