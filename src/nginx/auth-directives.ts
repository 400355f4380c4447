import type { AuthSettings, JwtAuth, UpstreamAuth } from './auth-settings.ts';
import { addHeader, quoted, STRICT_TRANSPORT } from './directive.ts';

/**
 * What stands at the level of `http`. nginx itself sends the challenge of basic, and passes on the one
 * of an upstream.
 *
 * @param modules folder of `jwt.js`
 */
export function authHttpDirectives(auth: AuthSettings, modules: string): string[] {
  if (auth.mode === 'upstream') return [addHeader('Set-Cookie', '$upstream_cookie')];
  if (auth.mode !== 'jwt') return [];
  return [
    `js_path ${quoted(modules)};`,
    'js_import jwt.js;',
    ...jwtOptions(auth),
    String.raw`map $status $challenge { default ""; 401 "Bearer realm=\"dbt-Workbench\""; }`,
    addHeader('WWW-Authenticate', '$challenge'),
  ];
}

/** What stands at the level of the server: it holds for every location that does not switch it off. */
export function authDirectives(auth: AuthSettings, isBehindTls: boolean): string[] {
  switch (auth.mode) {
    case 'none':
      return [];
    case 'basic':
      return [
        // It stands in quotes in the header.
        String.raw`auth_basic "dbt-Workbench\", charset=\"UTF-8";`,
        `auth_basic_user_file ${quoted(auth.file)};`,
      ];
    case 'jwt':
      return [
        'auth_request /-/auth;',
        'auth_request_set $jwt_user $sent_http_x_user;',
        'location = /-/auth {',
        '  internal;',
        '  auth_request off;',
        ...OWN_ERRORS,
        '  js_content jwt.check;',
        '}',
      ];
    case 'upstream':
      return upstreamDirectives(auth, isBehindTls);
  }
}

/** The error pages of the site must not stand for the answer of who decides. */
const OWN_ERRORS = ['  error_page 599 /-/none;'] as const;

function upstreamDirectives({ url, prefix }: UpstreamAuth, isBehindTls: boolean): string[] {
  const proxy = [
    '  auth_request off;',
    '  proxy_http_version 1.1;',
    '  proxy_set_header Connection "";',
    '  proxy_set_header Host $host;',
    '  proxy_set_header X-Real-IP $remote_addr;',
    '  proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;',
    `  proxy_set_header X-Forwarded-Proto ${isBehindTls ? 'https' : '$scheme'};`,
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
      : [
          `location ^~ ${prefix} {`,
          ...proxy,
          // These replace the headers of the site: its policy would take forms and styles from the pages.
          `  ${addHeader('Content-Security-Policy', quoted("frame-ancestors 'none'"))}`,
          `  ${addHeader('X-Content-Type-Options', 'nosniff')}`,
          ...(isBehindTls ? [`  ${STRICT_TRANSPORT}`] : []),
          `  proxy_pass ${new URL(url).origin};`,
          '}',
        ];
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
