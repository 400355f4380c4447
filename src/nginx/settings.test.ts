import { describe, expect, it } from 'vitest';
import type { Variables } from './environment.ts';
import { readNginxSettings } from './settings.ts';

function messageOf(variables: Variables): string {
  try {
    readNginxSettings(variables);
    return 'none';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

describe('the settings of nginx', () => {
  it('have defaults that open the site to whoever reaches the port, and to no other origin', () => {
    expect(readNginxSettings({ PATH: '/bin', PORT: ' ' })).toEqual({
      port: 8080,
      addresses: ['0.0.0.0'],
      basePath: '/',
      isBehindTls: false,
      trustedProxies: [],
      corsOrigins: [],
      hasAccessLog: true,
      requestLimit: null,
      connectionLimit: null,
      auth: { mode: 'none' },
    });
  });

  it('are read from the environment', () => {
    expect(
      readNginxSettings({
        PORT: '3000',
        LISTEN_ADDRESS: '127.0.0.1, ::1',
        BASE_PATH: '/docs',
        BEHIND_TLS: 'on',
        TRUSTED_PROXIES: '10.0.0.0/8,fd00::/8,192.0.2.7',
        CORS_ORIGINS: 'https://app.example.com,http://localhost:3000,http://[::1]:8080',
        ACCESS_LOG: 'off',
        REQUEST_LIMIT: '50',
        CONNECTION_LIMIT: 'off',
      }),
    ).toMatchObject({
      port: 3000,
      addresses: ['127.0.0.1', '::1'],
      basePath: '/docs/',
      isBehindTls: true,
      trustedProxies: ['10.0.0.0/8', 'fd00::/8', '192.0.2.7'],
      corsOrigins: ['https://app.example.com', 'http://localhost:3000', 'http://[::1]:8080'],
      hasAccessLog: false,
      requestLimit: 50,
      connectionLimit: null,
    });
  });

  it('name variable, value and what is allowed, every mistake at once', () => {
    expect(messageOf({ PORT: '0', BEHIND_TLS: 'yes', LISTEN_ADDRESS: 'localhost' }))
      .toMatchInlineSnapshot(`
      "PORT is "0", but must be a whole number from 1 to 65535. LISTEN_ADDRESS is "localhost", but must be IP addresses separated by commas, as "127.0.0.1" or "0.0.0.0,::". BEHIND_TLS is "yes", but must be "off" or "on"."
    `);
  });

  it.each([
    ['PORT', '80; return 200'],
    ['PORT', '1e3'],
    ['PORT', '65536'],
    ['LISTEN_ADDRESS', '0.0.0.0;'],
    ['LISTEN_ADDRESS', '0.0.0.0,'],
    ['LISTEN_ADDRESS', 'fe80::1%eth0'],
    ['BASE_PATH', 'docs/'],
    ['BASE_PATH', '/docs/;}'],
    ['BASE_PATH', '/a/../b/'],
    ['BASE_PATH', '/do cs/'],
    ['BASE_PATH', '/$uri/'],
    ['BASE_PATH', '/-/'],
    ['BASE_PATH', '/healthz/'],
    ['TRUSTED_PROXIES', '10.0.0.0/33'],
    ['TRUSTED_PROXIES', 'proxy.example.com'],
    ['TRUSTED_PROXIES', '10.0.0.1\n'.concat('; x')],
    ['CORS_ORIGINS', 'https://app.example.com/'],
    ['CORS_ORIGINS', 'https://app.example.com:443'],
    ['CORS_ORIGINS', 'https://App.example.com'],
    ['CORS_ORIGINS', 'https://*.example.com'],
    ['CORS_ORIGINS', '*,https://app.example.com'],
    ['CORS_ORIGINS', 'null'],
    ['CORS_ORIGINS', 'https://a";}'],
    ['CORS_ORIGINS', '~.*'],
    ['ACCESS_LOG', 'On'],
    ['REQUEST_LIMIT', '0'],
    ['REQUEST_LIMIT', '5r/s'],
    ['CONNECTION_LIMIT', '-1'],
    ['AUTH', 'Basic'],
    ['AUTH', 'oauth'],
  ])('refuse %s=%j', (name, value) => {
    expect(messageOf({ [name]: value })).toContain(`${name} is ${JSON.stringify(value)}, but must`);
  });
});

describe('the settings of who may read', () => {
  it('are complete, or nothing is served', () => {
    expect(messageOf({ AUTH: 'basic' })).toBe('AUTH_BASIC_FILE is not set, and AUTH is "basic".');
    expect(messageOf({ AUTH: 'jwt', AUTH_JWT_KEYS_FILE: '/keys.json' })).toBe(
      'AUTH_JWT_ISSUER is not set, and AUTH is "jwt". AUTH_JWT_AUDIENCE is not set, and AUTH is "jwt".',
    );
    expect(messageOf({ AUTH: 'upstream' })).toBe(
      'AUTH_UPSTREAM is not set, and AUTH is "upstream".',
    );
  });

  it('have no misspelt names, since such a site would be open', () => {
    expect(messageOf({ AUTH_MODE: 'basic', AUTH_BASIC_FIEL: '/x' })).toBe(
      'AUTH_BASIC_FIEL is not a variable of dbt-Workbench. Did you mean AUTH_BASIC_FILE? AUTH_MODE is not a variable of dbt-Workbench. Did you mean AUTH?',
    );
    expect(messageOf({ AUTH_BASIC_FILE: '/x' })).toBe(
      'AUTH_BASIC_FILE is set, but AUTH is "none", which does not use it.',
    );
  });

  it('take no notice of what Kubernetes sets for a service named auth', () => {
    const service = { AUTH_SERVICE_HOST: '10.0.0.1', AUTH_PORT: 'tcp://x', AUTH_PORT_80_TCP: 'x' };
    expect(messageOf({ ...service, AUTH_SERVICE_PORT_HTTP: '80' })).toBe('none');
  });

  it('are read for tokens', () => {
    const { auth } = readNginxSettings({
      AUTH: 'jwt',
      AUTH_JWT_KEYS_FILE: '/run/secrets/keys.json',
      AUTH_JWT_ISSUER: 'https://cloud.google.com/iap',
      AUTH_JWT_AUDIENCE: '/projects/1/global/backendServices/2',
      AUTH_JWT_HEADER: 'X-Goog-IAP-JWT-Assertion',
    });
    expect(auth).toEqual({
      mode: 'jwt',
      keysFile: '/run/secrets/keys.json',
      issuers: ['https://cloud.google.com/iap'],
      audiences: ['/projects/1/global/backendServices/2'],
      leeway: 30,
      header: 'x-goog-iap-jwt-assertion',
      cookie: null,
      signIn: null,
    });
  });

  it.each([
    ['AUTH_UPSTREAM', 'https://oauth2-proxy/oauth2/auth'],
    ['AUTH_UPSTREAM', 'http://oauth2-proxy:4180'],
    ['AUTH_UPSTREAM', 'http://a;b/auth'],
    ['AUTH_UPSTREAM', 'http://a/$uri'],
    ['AUTH_UPSTREAM_PREFIX', '/'],
    ['AUTH_UPSTREAM_PREFIX', '/oauth2'],
    ['AUTH_UPSTREAM_PREFIX', '//'],
    ['AUTH_SIGN_IN', '//evil.example/'],
    ['AUTH_SIGN_IN', 'http://id.example.com/'],
    ['AUTH_SIGN_IN', '/in?to=$request_uri'],
    ['AUTH_SIGN_IN', '/in"; }'],
  ])('refuse %s=%j', (name, value) => {
    const variables = { AUTH: 'upstream', AUTH_UPSTREAM: 'http://a/auth', [name]: value };
    expect(messageOf(variables)).toContain(`${name} is ${JSON.stringify(value)}, but must be`);
  });

  it('never repeat a password that stands in an address', () => {
    const variables = { AUTH: 'upstream', AUTH_UPSTREAM: 'http://me:secret@a/auth' };
    expect(messageOf(variables)).not.toContain('secret');
  });
});
