/** SQL beyond this is not searched: what a machine wrote has no author who could follow the rule. */
const MOST_CODE = 200_000;

/** Names of two or three parts right after `from` or `join`; not followed by a bracket, which would be a function. */
const TABLE_NAME =
  /\b(?:from|join)\s+((?:["`[]?[\w$-]+["`\]]?\.){1,2}["`[]?[\w$-]+["`\]]?)(?![\w$"`\].(-])/gi;
/** Most code has no such name at all, not even in a comment, and is done with here. */
const SUSPECT = /\b(?:from|join)\s+["`[]?[\w$-]+["`\]]?\./i;
/** What a name can be called in its own query: CTEs and aliases. */
const CTE = /\b(\w+)\s+as\s*\(/gi;
const ALIAS = /\b(?:from|join)\s+[\w.$"`[\]-]+\s+(?:as\s+)?(\w+)/gi;
/** `extract(day from orders.created_at)` and its like aren't queries. */
const FROM_IN_CALL = /\b(?:extract|trim|substring|position|overlay)\s*\([^()]*\)/gi;
const DISTINCT_FROM = /\bdistinct\s+from\b/gi;

/**
 * Tables that SQL with Jinja names itself instead of by ref() or source(): those of two or three parts, in order of
 * first appearance. Comments, texts and Jinja don't count, nor do columns of what the query itself calls by a name
 * (`from orders, orders.items`), nor the warehouse's own tables.
 */
export function hardCodedNames(code: string): string[] {
  if (!SUSPECT.test(code)) return [];
  const sql = bareSql(code.slice(0, MOST_CODE))
    .replace(FROM_IN_CALL, ' ')
    .replace(DISTINCT_FROM, ' ');
  const own = new Set(
    [...sql.matchAll(CTE), ...sql.matchAll(ALIAS)].map(([, name = '']) => name.toLowerCase()),
  );
  const names = [...sql.matchAll(TABLE_NAME)].map(([, name = '']) => name);
  return [...new Set(names)].filter((name) => {
    const parts = name
      .toLowerCase()
      .split('.')
      .map((part) => part.replace(/^["`[]|["`\]]$/g, ''));
    return !own.has(parts[0] ?? '') && !parts.includes('information_schema');
  });
}

const OPEN_CLOSE: readonly (readonly [open: string, close: string])[] = [
  ['{#', '#}'],
  ['{{', '}}'],
  ['{%', '%}'],
  ['/*', '*/'],
  ['--', '\n'],
  ["'", "'"],
];

/** The SQL without comments, texts and Jinja, in one pass; what is never closed ends it. */
function bareSql(code: string): string {
  let bare = '';
  let at = 0;
  const opening = /\{[#{%]|\/\*|--|'/g;
  for (let found = opening.exec(code); found !== null; found = opening.exec(code)) {
    const [open] = found;
    const close = OPEN_CLOSE.find(([start]) => start === open)?.[1] ?? '';
    const end = code.indexOf(close, found.index + open.length);
    // Jinja stands for a name, or a name would seem to follow the word before it.
    bare += `${code.slice(at, found.index)}${open === '{{' ? ' _jinja_ ' : ' '}`;
    if (end === -1) return bare;
    at = end + close.length;
    opening.lastIndex = at;
  }
  return bare + code.slice(at);
}
