import { isIP } from 'node:net';
import { EnvironmentInvalid } from '../errors/catalogue.ts';
import { SiteError } from '../errors/site-error.ts';
import { ConfigSchema } from '../config/schema.ts';
import { readAuth, type AuthSettings } from './auth-settings.ts';
import { Environment, isAddressOrNetwork, type Variables } from './environment.ts';

/** What nginx is told when it starts. */
export interface NginxSettings {
  readonly port: number;
  /** IP addresses that it listens on. */
  readonly addresses: readonly string[];
  /** Begins and ends with a slash. */
  readonly basePath: string;
  /** Whether browsers come by HTTPS, which a proxy in front ends. */
  readonly isBehindTls: boolean;
  /** Addresses and networks whose `X-Forwarded-For` is believed. */
  readonly trustedProxies: readonly string[];
  /** Origins whose scripts may read the site; `*` is every one. */
  readonly corsOrigins: readonly string[] | '*';
  readonly hasAccessLog: boolean;
  /** Requests a second of one address; null is no limit. */
  readonly requestLimit: number | null;
  /** Open connections of one address; null is no limit. */
  readonly connectionLimit: number | null;
  readonly auth: AuthSettings;
}

/**
 * Reads the settings from the environment.
 *
 * @throws SiteError `EnvironmentInvalid` that names every mistake
 */
export function readNginxSettings(variables: Variables): NginxSettings {
  const env = new Environment(variables);
  const settings: NginxSettings = {
    port: env.number('PORT', 1, 65_535) ?? 8080,
    addresses: readAddresses(env),
    basePath: readBasePath(env),
    isBehindTls: env.word('BEHIND_TLS', ['off', 'on']) === 'on',
    trustedProxies: env.list(
      'TRUSTED_PROXIES',
      isAddressOrNetwork,
      'IP addresses and networks as "10.0.0.0/8", separated by commas',
    ),
    corsOrigins: readOrigins(env),
    hasAccessLog: env.word('ACCESS_LOG', ['on', 'off']) === 'on',
    requestLimit: readLimit(env, 'REQUEST_LIMIT'),
    connectionLimit: readLimit(env, 'CONNECTION_LIMIT'),
    auth: readAuth(env),
  };
  if (env.problems.length > 0) {
    throw new SiteError(EnvironmentInvalid, EnvironmentInvalid.message(env.problems));
  }
  return settings;
}

function readAddresses(env: Environment): string[] {
  const isAddress = (text: string): boolean => isIP(text) !== 0 && !text.includes('%');
  const addresses = env.list(
    'LISTEN_ADDRESS',
    isAddress,
    'IP addresses separated by commas, as "127.0.0.1" or "0.0.0.0,::"',
  );
  return addresses.length > 0 ? addresses : ['0.0.0.0'];
}

function readBasePath(env: Environment): string {
  const value = env.text('BASE_PATH');
  if (value === null) return '/';
  const checked = ConfigSchema.shape.base.safeParse(value);
  const base = checked.success ? (checked.data ?? '/') : '/';
  if (!checked.success || !value.startsWith('/') || /^\/(-|healthz|readyz)\//.test(base)) {
    env.refuse(
      'BASE_PATH',
      'a path like "/docs/", made of letters, digits and the characters . _ ~ - /, and not one of "/-/", "/healthz/" and "/readyz/"',
    );
  }
  return base;
}

function readOrigins(env: Environment): string[] | '*' {
  if (env.text('CORS_ORIGINS') === '*') return '*';
  return env.list(
    'CORS_ORIGINS',
    isOrigin,
    '"*", or origins as browsers send them, separated by commas: "https://app.example.com", in lower case, without a path and without the port that is usual',
  );
}

function isOrigin(text: string): boolean {
  if (!/^https?:\/\/([a-z0-9.-]+|\[[0-9a-f:.]+\])(:\d{1,5})?$/.test(text)) return false;
  return URL.canParse(text) && new URL(text).origin === text;
}

function readLimit(env: Environment, name: string): number | null {
  return env.text(name) === 'off' ? null : env.number(name, 1, 100_000);
}
