import type { Environment } from './environment.ts';

/** Passwords in a file of nginx's `auth_basic_user_file`. */
export interface BasicAuth {
  readonly mode: 'basic';
  readonly file: string;
}

/** JSON Web Tokens, signed with a key of a JWKS file. */
export interface JwtAuth {
  readonly mode: 'jwt';
  readonly keysFile: string;
  /** Any of them is accepted. */
  readonly issuers: readonly string[];
  /** A token must be meant for one of them. */
  readonly audiences: readonly string[];
  /** By how many seconds clocks may differ. */
  readonly leeway: number;
  /** In lower case. In `authorization` the token stands after "Bearer". */
  readonly header: string;
  readonly cookie: string | null;
  readonly signIn: string | null;
}

/** A server that nginx asks about each request, as oauth2-proxy. */
export interface UpstreamAuth {
  readonly mode: 'upstream';
  /** Address that answers 2xx to who may read. */
  readonly url: string;
  /** Begins and ends with a slash: what is passed on to that server as it is. */
  readonly prefix: string | null;
  readonly signIn: string | null;
}

export type AuthSettings = { readonly mode: 'none' } | BasicAuth | JwtAuth | UpstreamAuth;

const VARIABLES = {
  none: [],
  basic: ['AUTH_BASIC_FILE'],
  jwt: [
    'AUTH_JWT_KEYS_FILE',
    'AUTH_JWT_ISSUER',
    'AUTH_JWT_AUDIENCE',
    'AUTH_JWT_LEEWAY',
    'AUTH_JWT_HEADER',
    'AUTH_JWT_COOKIE',
    'AUTH_SIGN_IN',
  ],
  upstream: ['AUTH_UPSTREAM', 'AUTH_UPSTREAM_PREFIX', 'AUTH_SIGN_IN'],
} as const satisfies Record<AuthSettings['mode'], readonly string[]>;

const ABSOLUTE_PATH = /^\/[\w./@+,=-]+$/;
const absolutePath = 'an absolute path of letters, digits and the characters . _ / @ + , = -';

/** Reads who may read the site. Whatever is wrong becomes a problem of the environment. */
export function readAuth(env: Environment): AuthSettings {
  const before = env.problems.length;
  const mode = env.word('AUTH', ['none', 'basic', 'jwt', 'upstream']);
  env.refuseOthers('AUTH_', Object.values(VARIABLES).flat());
  // With a wrong mode, what belongs to which mode cannot be said.
  if (env.problems.length > before) return { mode: 'none' };
  const own: readonly string[] = VARIABLES[mode];
  for (const name of env.namesWith('AUTH_')) {
    if (own.includes(name)) continue;
    env.problems.push(`${name} is set, but AUTH is "${mode}", which does not use it.`);
  }
  switch (mode) {
    case 'none':
      return { mode };
    case 'basic':
      return { mode, file: readPath(env, 'AUTH_BASIC_FILE', 'and AUTH is "basic"') };
    case 'jwt':
      return readJwt(env);
    case 'upstream':
      return readUpstream(env);
  }
}

function readPath(env: Environment, name: string, why: string): string {
  const path = env.required(name, why);
  if (path !== '' && !ABSOLUTE_PATH.test(path)) env.refuse(name, absolutePath);
  return path;
}

function readJwt(env: Environment): JwtAuth {
  const why = 'and AUTH is "jwt"';
  const keysFile = readPath(env, 'AUTH_JWT_KEYS_FILE', why);
  env.required('AUTH_JWT_ISSUER', why);
  env.required('AUTH_JWT_AUDIENCE', why);
  const isName = (text: string): boolean => /^[\w.~:/?#@!&'()*+;=%|-]+$/.test(text);
  const names = 'one or more names or addresses, separated by commas, without spaces in them';
  return {
    mode: 'jwt',
    keysFile,
    issuers: env.list('AUTH_JWT_ISSUER', isName, names),
    audiences: env.list('AUTH_JWT_AUDIENCE', isName, names),
    leeway: env.number('AUTH_JWT_LEEWAY', 0, 300) ?? 30,
    header: (
      env.matching(
        'AUTH_JWT_HEADER',
        /^[A-Za-z0-9-]{1,64}$/,
        'the name of a header, of letters, digits and "-"',
      ) ?? 'Authorization'
    ).toLowerCase(),
    cookie: env.matching(
      'AUTH_JWT_COOKIE',
      /^[\w.-]{1,64}$/,
      'the name of a cookie, of letters, digits and the characters . _ -',
    ),
    signIn: readSignIn(env),
  };
}

function readUpstream(env: Environment): UpstreamAuth {
  const url = env.required('AUTH_UPSTREAM', 'and AUTH is "upstream"');
  const isAddress = /^http:\/\/([A-Za-z0-9.-]+|\[[0-9A-Fa-f:.]+\])(:\d{1,5})?\/[\w./~-]*$/;
  if (url !== '' && !isAddress.test(url)) {
    env.refuse('AUTH_UPSTREAM', 'an address as "http://oauth2-proxy:4180/oauth2/auth"');
  }
  const prefix = env.matching(
    'AUTH_UPSTREAM_PREFIX',
    /^\/[\w-][\w./-]*\/$/,
    'a path that begins and ends with "/" and is not all of the site',
  );
  return { mode: 'upstream', url, prefix, signIn: readSignIn(env) };
}

/** Where a browser is sent that may not read; `{path}` stands for the path that it asked for. */
function readSignIn(env: Environment): string | null {
  return env.matching(
    'AUTH_SIGN_IN',
    /^(?:https:\/\/[\w.-]+(?::\d{1,5})?)?\/(?!\/)(?:[\w.~:/?#@!&'()*+,;=%-]|\{path\})*$/,
    'a path as "/oauth2/start?rd={path}", or an address that begins with https://',
  );
}
