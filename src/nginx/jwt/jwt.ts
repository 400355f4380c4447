import fs from 'fs';
import { findToken, type HeaderLine } from './find-token.ts';
import { readKeySet } from './keys.ts';
import type { JsonObject } from './json-object.ts';
import type { JwtOptions } from './options.ts';
import { verifyToken } from './verify-token.ts';

/** What is used here of njs' request: https://nginx.org/en/docs/njs/reference.html#http */
interface NjsRequest {
  readonly rawHeadersIn: readonly HeaderLine[];
  readonly variables: Readonly<Record<string, string>>;
  readonly headersOut: Record<string, string>;
  return(status: number): void;
  error(message: string): void;
}

/** Answers nginx's `auth_request`: 204 lets the reader in, 401 does not, and neither does an error. */
async function check(r: NjsRequest): Promise<void> {
  try {
    const options = readOptions(r.variables);
    const token = findToken(r.rawHeadersIn, options);
    if (token === null) {
      r.return(401);
      return;
    }
    const set = readKeySet(fs.readFileSync(options.keysFile, 'utf8'));
    if (set === null) throw new Error(`${options.keysFile} is no JSON Web Key Set`);
    const now = Math.floor(Date.now() / 1000);
    const claims = await verifyToken(token, set.keys, options, now);
    if (claims === null) {
      r.return(401);
      return;
    }
    r.headersOut['X-User'] = readerOf(claims);
    r.return(204);
  } catch (error) {
    r.error(`no token can be checked: ${String(error)}`);
    r.return(500);
  }
}

/** What settings-files.ts wrote down. */
function readOptions(variables: NjsRequest['variables']): JwtOptions {
  const cookie = variables['jwt_cookie'] ?? '';
  return {
    keysFile: variables['jwt_keys_file'] ?? '',
    issuers: (variables['jwt_issuers'] ?? '').split(','),
    audiences: (variables['jwt_audiences'] ?? '').split(','),
    leeway: Number(variables['jwt_leeway']),
    header: variables['jwt_header'] ?? '',
    cookie: cookie === '' ? null : cookie,
  };
}

/** Who reads, for the log. */
function readerOf(claims: JsonObject): string {
  const name = typeof claims['email'] === 'string' ? claims['email'] : claims['sub'];
  return typeof name === 'string' && /^[ -~]{1,200}$/.test(name) ? name : '-';
}

export default { check };
