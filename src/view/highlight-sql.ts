import { TOKEN, type TokenClass, type WriteToken } from './highlight-writer.ts';

// The words that shape a query in the dialects that dbt has adapters for. Type names and functions are left out:
// colouring them as well would colour everything.
const KEYWORDS = new Set(
  (
    'all alter and anti any array as asc asof at begin between both by case cast check cluster commit constraint ' +
    'create cross cube current default delete desc describe distinct do drop else end escape except exclude exists ' +
    'explain false fetch filter first following for foreign format from full function grant group grouping having if ' +
    'ignore ilike in inner insert intersect interval into is join key last lateral left like limit materialized merge ' +
    'minus natural not null nulls of offset on or order outer over partition pivot preceding primary procedure qualify ' +
    'range recursive references rename replace respect returning returns revoke right rlike rollback rollup row rows ' +
    'sample select semi set sets similar some table tablesample temp temporary then ties to top trailing transient true ' +
    'truncate unbounded union unique unnest unpivot update using values view when where window with within without'
  ).split(' '),
);

const WORD = /[A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*/y;
const NUMBER = /\d[\d_]*(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const PLAIN = /[^A-Za-z_\u0080-\uffff\d'"`{\-/$]+/y;
const CALL = /[ \t]*\(/y;
// What ends a run of plain text inside a string: its quote, a backslash, the start of Jinja.
const STRING_STOPS: ReadonlyMap<string, RegExp> = new Map([
  ["'", /['\\]|\{[{%#]/g],
  ['"', /["\\]|\{[{%#]/g],
  ['`', /[`\\]|\{[{%#]/g],
]);

const JINJA_WORDS = new Set(
  (
    'and block call break continue do elif else endblock endcall endfilter endfor endif endmacro endmaterialization ' +
    'endraw endset endsnapshot endtest false extends filter for if import in include is macro materialization none not ' +
    'or raw recursive return set snapshot test true with from without context as'
  ).split(' '),
);
const JINJA_PLAIN = /[^A-Za-z_\d'"%}-]+/y;

/** Reads SQL with Jinja in it, as dbt has it. In linear time; what isn't closed reaches to the end. */
export function lexSql(code: string, write: WriteToken): void {
  let at = 0;
  const take = (token: TokenClass, end: number): void => {
    write(token, code.slice(at, end));
    at = end;
  };
  while (at < code.length) {
    const wordEnd = endOfMatch(WORD, code, at);
    if (wordEnd > at) {
      const isKeyword = KEYWORDS.has(code.slice(at, wordEnd).toLowerCase());
      const isCall = !isKeyword && endOfMatch(CALL, code, wordEnd) > wordEnd;
      take(isKeyword ? TOKEN.keyword : isCall ? TOKEN.name : TOKEN.plain, wordEnd);
      continue;
    }
    const plainEnd = endOfMatch(PLAIN, code, at);
    if (plainEnd > at) {
      take(TOKEN.plain, plainEnd);
      continue;
    }
    const two = code.slice(at, at + 2);
    if (two === '{{' || two === '{%' || two === '{#') at = lexJinja(code, at, write);
    else if (two === '--') take(TOKEN.comment, endOf(code, '\n', at, 0));
    else if (two === '/*') take(TOKEN.comment, endOf(code, '*/', at + 2, 2));
    else if (two === '$$') take(TOKEN.string, endOf(code, '$$', at + 2, 2));
    else if (STRING_STOPS.has(two.charAt(0))) at = lexString(code, at, write);
    else {
      const numberEnd = endOfMatch(NUMBER, code, at);
      take(numberEnd > at ? TOKEN.number : TOKEN.plain, Math.max(numberEnd, at + 1));
    }
  }
}

/** Reads one `{{ … }}`, `{% … %}` or `{# … #}` from `start` and returns where it ends. */
function lexJinja(code: string, start: number, write: WriteToken): number {
  let at = start;
  const take = (token: TokenClass, end: number): void => {
    write(token, code.slice(at, end));
    at = end;
  };
  if (code.charAt(start + 1) === '#') {
    take(TOKEN.comment, endOf(code, '#}', start + 2, 2));
    return at;
  }
  const close = code.charAt(start + 1) === '{' ? '}}' : '%}';
  take(TOKEN.jinja, code.charAt(start + 2) === '-' ? start + 3 : start + 2);
  while (at < code.length) {
    const character = code.charAt(at);
    if (code.startsWith(close, at)) {
      take(TOKEN.jinja, at + 2);
      return at;
    }
    if (character === '-' && code.startsWith(close, at + 1)) {
      take(TOKEN.jinja, at + 3);
      return at;
    }
    if (character === "'" || character === '"') {
      take(TOKEN.string, endOfQuoted(code, at));
      continue;
    }
    const wordEnd = endOfMatch(WORD, code, at);
    if (wordEnd > at) {
      const isKeyword = JINJA_WORDS.has(code.slice(at, wordEnd));
      const isCall = !isKeyword && endOfMatch(CALL, code, wordEnd) > wordEnd;
      take(isKeyword ? TOKEN.keyword : isCall ? TOKEN.name : TOKEN.plain, wordEnd);
      continue;
    }
    const numberEnd = endOfMatch(NUMBER, code, at);
    if (numberEnd > at) take(TOKEN.number, numberEnd);
    else take(TOKEN.plain, Math.max(endOfMatch(JINJA_PLAIN, code, at), at + 1));
  }
  return at;
}

/** Reads a quoted string or name from `start`, Jinja inside it included, and returns where it ends. */
function lexString(code: string, start: number, write: WriteToken): number {
  const quote = code.charAt(start);
  const stop = STRING_STOPS.get(quote);
  // Double quotes and backticks hold names, so they look like other names.
  const token = quote === "'" ? TOKEN.string : TOKEN.plain;
  let from = start;
  let at = start + 1;
  while (stop !== undefined && at < code.length) {
    stop.lastIndex = at;
    const found = stop.exec(code);
    if (found === null) break;
    const end = found.index;
    if (found[0] === quote) {
      if (code.charAt(end + 1) !== quote) {
        write(token, code.slice(from, end + 1));
        return end + 1;
      }
      at = end + 2;
    } else if (found[0] === '\\') {
      at = end + (escapesQuote(code, end + 1, quote) ? 2 : 1);
    } else {
      write(token, code.slice(from, end));
      at = lexJinja(code, end, write);
      from = at;
    }
  }
  write(token, code.slice(from));
  return code.length;
}

/**
 * Dialects disagree on whether a backslash escapes. It is taken as one, unless the quote after it is followed by what
 * only follows the end of a string.
 */
function escapesQuote(code: string, at: number, quote: string): boolean {
  return code.charAt(at) !== quote || !/[\s,);]/.test(code.charAt(at + 1) || ' ');
}

function endOfQuoted(code: string, start: number): number {
  const quote = code.charAt(start);
  for (let at = start + 1; at < code.length; at += 1) {
    const character = code.charAt(at);
    if (character === '\\') at += 1;
    else if (character === quote) return at + 1;
  }
  return code.length;
}

/** Where `mark` ends (or begins, with `length` 0) after `from`; the end of the code when there is none. */
export function endOf(code: string, mark: string, from: number, length: number): number {
  const found = code.indexOf(mark, from);
  return found === -1 ? code.length : found + length;
}

/** Where the match of a sticky pattern at a place ends; the place itself when there is none. */
export function endOfMatch(pattern: RegExp, code: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(code) ? pattern.lastIndex : at;
}
