const MASK = '***';

/** Words that make a key secret, as in `db_password`, `client-secret`, `AWS_SECRET_ACCESS_KEY`. */
const secretWords =
  'password|passwd|passphrase|pwd|secret|token|api[_-]?key|access[_-]?key|private[_-]?key|keyfile[_-]?json|credentials?|authorization|signature';

/** Keys that count things called tokens and so on, but are no secret. */
const harmlessKey = /(?:tokens|token_(?:count|type|limit)|_count)$/i;

const keyPattern = new RegExp(`(?:${secretWords})`, 'i');

const assignment = new RegExp(
  `\\b([\\w-]{0,40}(?:${secretWords})[\\w-]{0,40}["']{0,1}\\s{0,3}[:=]\\s{0,3})("[^"\\n]{1,4096}"|'[^'\\n]{1,4096}'|[^\\s"',;&(){}\\[\\]]{1,4096})`,
  'gi',
);

const replacements: readonly [RegExp, string][] = [
  // scheme://user:password@host
  [/\b([a-z][a-z0-9+.-]{0,30}:\/\/[^\s:/@]{0,256}:)[^\s/@]{1,512}@/gi, `$1${MASK}@`],
  [
    /-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]{0,40}PRIVATE KEY-----|$)/g,
    MASK,
  ],
  [/\b(Bearer|Basic)\s{1,3}[A-Za-z0-9._~+/=-]{8,}/gi, `$1 ${MASK}`],
  // Access keys of AWS, Google, GitHub, GitLab, Slack, Databricks, dbt Cloud, and JSON web tokens.
  [/\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/g, MASK],
  [/\bAIza[0-9A-Za-z_-]{35}/g, MASK],
  [
    /\b(?:gh[pousr]_[0-9A-Za-z]{20,}|github_pat_\w{20,}|glpat-[\w-]{16,}|xox[abprs]-[\w-]{10,})/g,
    MASK,
  ],
  [/\b(?:dapi[0-9a-f]{32}|dbt[cu]_[\w-]{16,})/g, MASK],
  [/\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*/g, MASK],
  [/\b(X-Amz-(?:Signature|Credential|Security-Token)|sig)=[^&\s"']{4,}/gi, `$1=${MASK}`],
  // Variables on the command line, which often carry credentials.
  [/(--vars(?:\s{1,3}|=))("[^"\n]*"|'[^'\n]*'|\{[^}\n]*\}|\S+)/g, `$1${MASK}`],
];

/** Whether a key says that its value is a credential. */
export function isSecretKey(key: string): boolean {
  return keyPattern.test(key) && !harmlessKey.test(key);
}

/** A few plain words and small numbers, as in `SELECT 100`: most messages, and nothing that any pattern matches. */
const HARMLESS = /^(?!bearer|basic)[A-Za-z]{0,16}(?: \d{1,12}){0,4}$/i;

/** `Supported signature: ANY = ANY` and `unexpected token: ")"` are what warehouses say of SQL. A digest is longer. */
function isSaidOfSql(before: string, key: string, value: string): boolean {
  if (/^signatures?:\s/i.test(key)) return /^[A-Z][A-Z0-9_.<]{0,23}$/.test(value);
  return /^token:/i.test(key) && /\b(?:unexpected|unrecognized|expected)\s+$/i.test(before);
}

/**
 * Replaces what looks like a credential by `***`: passwords in URLs, values of keys such as
 * `password` or `token`, bearer tokens, private keys and the access keys of well-known services.
 */
export function maskSecrets(text: string): string {
  if (HARMLESS.test(text)) return text;
  let masked = text;
  for (const [pattern, replacement] of replacements) masked = masked.replace(pattern, replacement);
  return masked.replace(assignment, (whole: string, key: string, value: string, at: number) => {
    const name = /[\w-]+/.exec(key)?.[0] ?? key;
    if (harmlessKey.test(name) || value.startsWith(MASK)) return whole;
    if (isSaidOfSql(masked.slice(Math.max(0, at - 16), at), key, value)) return whole;
    if (/^(?:null|none|true|false|bearer|basic)$/i.test(value)) return whole;
    const quote = value.startsWith('"') || value.startsWith("'") ? value.charAt(0) : '';
    return `${key}${quote}${MASK}${quote}`;
  });
}
