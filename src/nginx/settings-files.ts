import { authDirectives, authHttpDirectives } from './auth-directives.ts';
import { corsDirectives } from './cors-directives.ts';
import { quoted, STRICT_TRANSPORT } from './directive.ts';
import type { NginxSettings } from './settings.ts';

/**
 * The configuration that nginx starts with, and what it includes: text by path below its folder.
 *
 * @param conf text of the repository's `nginx.conf`
 * @param modules folder of `jwt.js`
 */
export function settingsFiles(
  conf: string,
  settings: NginxSettings,
  modules: string,
): Map<string, string> {
  const { auth } = settings;
  return new Map([
    ['nginx.conf', withListen(conf, settings)],
    [
      'settings/main.conf',
      auth.mode === 'jwt' ? 'load_module modules/ngx_http_js_module.so;\n' : '',
    ],
    ['settings/values.conf', values(settings)],
    ['settings/http.conf', httpDirectives(settings, modules)],
    ['settings/passed-on.conf', passedOn(auth)],
    ['settings/server.conf', serverDirectives(settings)],
  ]);
}

/** `listen` is the one directive that no included file can change. */
function withListen(conf: string, { addresses, port }: NginxSettings): string {
  const line = 'listen 8080 default_server;';
  if (conf.split(line).length !== 2) throw new Error(`nginx.conf must hold "${line}" once.`);
  const listens = addresses.map((address) => {
    const host = address.includes(':') ? `[${address}]` : address;
    return `listen ${host}:${String(port)} default_server;`;
  });
  return conf.replace(line, listens.join('\n    '));
}

/** Lines of nginx's `map`: what several maps of nginx.conf look up. */
function values(settings: NginxSettings): string {
  const { auth, basePath, hasAccessLog } = settings;
  const signIn = 'signIn' in auth ? auth.signIn : null;
  const entries: Record<string, string> = {
    base: quoted(basePath.slice(0, -1)),
    log: hasAccessLog ? 'on' : '0',
    keep: auth.mode === 'none' ? 'public' : 'private',
    user: USERS[auth.mode],
    sign_in: signIn === null ? '""' : quoted(signIn).replaceAll('{path}', '$return_path'),
  };
  return lines(Object.entries(entries).map(([name, value]) => `${name} ${value};`));
}

const USERS = {
  none: '""',
  basic: '$remote_user',
  jwt: '$jwt_user',
  upstream: '$upstream_user',
} as const;

function httpDirectives(settings: NginxSettings, modules: string): string {
  const { trustedProxies, requestLimit, connectionLimit, auth } = settings;
  const directives = [
    ...corsDirectives(settings.corsOrigins),
    ...authHttpDirectives(auth, modules),
    ...(settings.isBehindTls ? [STRICT_TRANSPORT] : []),
    ...trustedProxies.map((proxy) => `set_real_ip_from ${proxy};`),
  ];
  if (trustedProxies.length > 0) {
    directives.push('real_ip_header X-Forwarded-For;', 'real_ip_recursive on;');
  }
  if (requestLimit !== null) {
    const rate = `${String(requestLimit)}r/s`;
    directives.push(
      `limit_req_zone $binary_remote_addr zone=requests:10m rate=${rate};`,
      // A page asks for some ten files at once.
      `limit_req zone=requests burst=${String(Math.max(50, 2 * requestLimit))} nodelay;`,
      'limit_req_status 429;',
    );
  }
  if (connectionLimit !== null) {
    directives.push(
      'limit_conn_zone $binary_remote_addr zone=connections:10m;',
      `limit_conn connections ${String(connectionLimit)};`,
      'limit_conn_status 429;',
    );
  }
  return lines(directives);
}

/** Neither its methods nor the base path are looked at: it goes to the location of its prefix. */
function passedOn(auth: NginxSettings['auth']): string {
  if (auth.mode !== 'upstream' || auth.prefix === null) return '';
  return lines([`if ($uri ~ "^${regex(auth.prefix)}") {`, '  break;', '}']);
}

function serverDirectives({ basePath, auth, isBehindTls }: NginxSettings): string {
  const base = basePath === '/' ? [] : baseDirectives(basePath.slice(0, -1));
  return lines([...base, ...authDirectives(auth, isBehindTls)]);
}

/**
 * The site's files lie at the root, so the base is taken from the address before anything else sees
 * it. `/-/` is nginx's own; what else is not below the base is not there.
 */
function baseDirectives(base: string): string[] {
  const pattern = regex(base);
  return [
    // After a rewrite nginx takes a request for one of its own, and lets it into locations that are internal.
    `if ($uri ~ "^${pattern}/-/(?!status\\.json$)") {`,
    '  return 404;',
    '}',
    `rewrite "^${pattern}(/.*)$" $1 break;`,
    `rewrite "^${pattern}$" ${base}/ permanent;`,
    `rewrite ^/$ ${base}/ redirect;`,
    'if ($uri !~ "^/(healthz|readyz|-/.*)$") {',
    '  return 404;',
    '}',
  ];
}

function regex(path: string): string {
  return path.replaceAll('.', String.raw`\.`);
}

function lines(all: readonly string[]): string {
  return all.map((line) => `${line}\n`).join('');
}
