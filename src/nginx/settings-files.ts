import type { JwtAuth, UpstreamAuth } from './auth-settings.ts';
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

/** Scripts of the sites in the list may read this one, without cookies. */
function corsDirectives(corsOrigins: NginxSettings['corsOrigins']): string[] {
  if (corsOrigins.length === 0) return [];
  const origins =
    corsOrigins === '*'
      ? ['"~." "*";']
      : corsOrigins.map((origin) => `${quoted(origin)} ${quoted(origin)};`);
  const onPreflight = (value: string): string => `default ""; "~^204 ." ${quoted(value)};`;
  const map = (of: string, name: string, entries: string): string =>
    `map ${of} $cors_${name} { ${entries} }`;
  return [
    map('$http_origin', 'origin', `default ""; ${origins.join(' ')}`),
    map('$cors_origin', 'exposed', 'default "ETag, Content-Range, Retry-After"; "" "";'),
    map('"$status $cors_origin"', 'methods', onPreflight('GET, HEAD, OPTIONS')),
    map(
      '"$status $cors_origin"',
      'headers',
      onPreflight('Accept, Authorization, If-None-Match, Range'),
    ),
    map('"$status $cors_origin"', 'age', onPreflight('86400')),
    addHeader('Vary', 'Origin'),
    addHeader('Access-Control-Allow-Origin', '$cors_origin'),
    addHeader('Access-Control-Expose-Headers', '$cors_exposed'),
    addHeader('Access-Control-Allow-Methods', '$cors_methods'),
    addHeader('Access-Control-Allow-Headers', '$cors_headers'),
    addHeader('Access-Control-Max-Age', '$cors_age'),
  ];
}

/** nginx itself sends the challenge of basic, and passes on the one of an upstream. */
function authHeaders({ mode }: NginxSettings['auth']): string[] {
  if (mode === 'upstream') return [addHeader('Set-Cookie', '$upstream_cookie')];
  if (mode !== 'jwt') return [];
  return [
    String.raw`map $status $challenge { default ""; 401 "Bearer realm=\"dbt-Workbench\""; }`,
    addHeader('WWW-Authenticate', '$challenge'),
  ];
}

/** A header on every answer, beside those of nginx.conf; none where the value is empty. */
function addHeader(name: string, value: string): string {
  return `add_header ${name} ${value} always;`;
}

function httpDirectives(settings: NginxSettings, modules: string): string {
  const { trustedProxies, requestLimit, connectionLimit, auth } = settings;
  const directives = [
    ...corsDirectives(settings.corsOrigins),
    ...authHeaders(auth),
    ...(settings.isBehindTls
      ? [addHeader('Strict-Transport-Security', quoted('max-age=63072000'))]
      : []),
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
  if (auth.mode === 'jwt') {
    directives.push(`js_path ${quoted(modules)};`, 'js_import jwt.js;', ...jwtOptions(auth));
  }
  return lines(directives);
}

function serverDirectives({ basePath, auth, isBehindTls }: NginxSettings): string {
  const base = basePath === '/' ? [] : baseDirectives(basePath.slice(0, -1), auth);
  switch (auth.mode) {
    case 'none':
      return lines(base);
    case 'basic':
      return lines([
        ...base,
        // It stands in quotes in the header.
        String.raw`auth_basic "dbt-Workbench\", charset=\"UTF-8";`,
        `auth_basic_user_file ${quoted(auth.file)};`,
      ]);
    case 'jwt':
      return lines([
        ...base,
        'auth_request /-/auth;',
        'auth_request_set $jwt_user $sent_http_x_user;',
        'location = /-/auth {',
        '  internal;',
        '  auth_request off;',
        ...OWN_ERRORS,
        '  js_content jwt.check;',
        '}',
      ]);
    case 'upstream':
      return lines([...base, ...upstreamDirectives(auth, isBehindTls ? 'https' : '$scheme')]);
  }
}

/** The error pages of the site must not stand for the answer of who decides. */
const OWN_ERRORS = ['  error_page 599 /-/none;'] as const;

/**
 * The site's files lie at the root, so the base is taken from the address before anything else sees
 * it. `/-/` is nginx's own; what else is not below the base is not there.
 */
function baseDirectives(base: string, auth: NginxSettings['auth']): string[] {
  const pattern = regex(base);
  const prefix = auth.mode === 'upstream' ? auth.prefix : null;
  const others = prefix === null ? '' : `|${regex(prefix.slice(1))}.*`;
  return [
    `rewrite "^${pattern}(/.*)$" $1 break;`,
    `rewrite "^${pattern}$" ${base}/ permanent;`,
    `rewrite ^/$ ${base}/ redirect;`,
    `if ($uri !~ "^/(healthz|readyz|-/.*${others})$") {`,
    '  return 404;',
    '}',
  ];
}

function upstreamDirectives({ url, prefix }: UpstreamAuth, scheme: string): string[] {
  const proxy = [
    '  auth_request off;',
    '  proxy_http_version 1.1;',
    '  proxy_set_header Connection "";',
    '  proxy_set_header Host $host;',
    '  proxy_set_header X-Real-IP $remote_addr;',
    '  proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;',
    `  proxy_set_header X-Forwarded-Proto ${scheme};`,
    '  proxy_set_header X-Forwarded-Host $host;',
    '  proxy_set_header X-Forwarded-Uri $request_uri;',
    '  proxy_set_header X-Auth-Request-Redirect $request_uri;',
    '  proxy_connect_timeout 3s;',
    '  proxy_read_timeout 10s;',
    '  proxy_buffer_size 16k;',
    '  proxy_buffers 4 16k;',
    '  proxy_busy_buffers_size 16k;',
  ];
  const pages =
    prefix === null
      ? []
      : [`location ^~ ${prefix} {`, ...proxy, `  proxy_pass ${new URL(url).origin};`, '}'];
  return [
    'auth_request /-/auth;',
    'auth_request_set $upstream_user $upstream_http_x_auth_request_user;',
    'auth_request_set $upstream_cookie $upstream_http_set_cookie;',
    'location = /-/auth {',
    '  internal;',
    ...proxy,
    ...OWN_ERRORS,
    '  proxy_pass_request_body off;',
    '  proxy_set_header Content-Length "";',
    `  proxy_pass ${url};`,
    '}',
    ...pages,
  ];
}

/** What src/nginx/jwt/jwt.ts reads, as variables of nginx. */
function jwtOptions(auth: JwtAuth): string[] {
  const options = {
    jwt_keys_file: auth.keysFile,
    jwt_issuers: auth.issuers.join(','),
    jwt_audiences: auth.audiences.join(','),
    jwt_leeway: String(auth.leeway),
    jwt_header: auth.header,
    jwt_cookie: auth.cookie ?? '',
  };
  return Object.entries(options).map(
    ([name, value]) => `map "" $${name} { default ${quoted(value)}; }`,
  );
}

/**
 * A text as one parameter of a directive.
 *
 * @throws Error for what no parameter can hold: settings.ts lets none of it through
 */
function quoted(text: string): string {
  // ASCII that can be printed, but for "$".
  if (!/^[ -#%-~]*$/.test(text)) {
    throw new Error(`${JSON.stringify(text)} cannot stand in nginx's configuration.`);
  }
  return `"${text.replaceAll(/["\\]/g, String.raw`\$&`)}"`;
}

function regex(path: string): string {
  return path.replaceAll('.', String.raw`\.`);
}

function lines(all: readonly string[]): string {
  return all.map((line) => `${line}\n`).join('');
}
