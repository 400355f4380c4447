import { endOf, endOfMatch } from './highlight-sql.ts';
import { TOKEN, type TokenClass, type WriteToken } from './highlight-writer.ts';

const PYTHON_WORDS = new Set(
  (
    'False None True and as assert async await break class continue def del elif else except finally for from global if ' +
    'import in is lambda match nonlocal not or pass raise return try while with yield'
  ).split(' '),
);
const DATA_WORDS = new Set(['true', 'false', 'null', 'yes', 'no', 'on', 'off']);

const WORD = /[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*/y;
const NUMBER = /\d[\d_]*(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const PLAIN = /[^A-Za-z_\u0080-\uffff\d'"#]+/y;
const CALL = /[ \t]*\(/y;
const KEY_END = /[ \t]*:(?=\s|$)/y;
const YAML_WORD = /[A-Za-z_\u0080-\uffff][\w.\-\u0080-\uffff]*/y;

/** Reads Python, as far as colours need. */
export function lexPython(code: string, write: WriteToken): void {
  lexWords(code, write, WORD, (word, end) => {
    if (PYTHON_WORDS.has(word)) return TOKEN.keyword;
    return endOfMatch(CALL, code, end) > end ? TOKEN.name : TOKEN.plain;
  });
}

/** Reads YAML or JSON, as far as colours need. */
export function lexData(code: string, write: WriteToken): void {
  lexWords(code, write, YAML_WORD, (word, end) => {
    if (endsKey(code, end)) return TOKEN.name;
    return DATA_WORDS.has(word.toLowerCase()) ? TOKEN.keyword : TOKEN.plain;
  });
}

function endsKey(code: string, at: number): boolean {
  KEY_END.lastIndex = at;
  return KEY_END.test(code);
}

function lexWords(
  code: string,
  write: WriteToken,
  wordPattern: RegExp,
  tokenOf: (word: string, end: number) => TokenClass,
): void {
  let at = 0;
  const take = (token: TokenClass, end: number): void => {
    write(token, code.slice(at, end));
    at = end;
  };
  while (at < code.length) {
    const character = code.charAt(at);
    if (character === '#' && (at === 0 || /\s/.test(code.charAt(at - 1)))) {
      take(TOKEN.comment, endOf(code, '\n', at, 0));
    } else if (character === '"' || character === "'") {
      const end = endOfString(code, at);
      take(endsKey(code, end) ? TOKEN.name : TOKEN.string, end);
    } else {
      const wordEnd = endOfMatch(wordPattern, code, at);
      const numberEnd = wordEnd > at ? at : endOfMatch(NUMBER, code, at);
      if (wordEnd > at) take(tokenOf(code.slice(at, wordEnd), wordEnd), wordEnd);
      else if (numberEnd > at) take(TOKEN.number, numberEnd);
      else take(TOKEN.plain, Math.max(endOfMatch(PLAIN, code, at), at + 1));
    }
  }
}

/** A triple-quoted string ends at its like, any other at its quote or at the end of the line. */
function endOfString(code: string, start: number): number {
  const quote = code.charAt(start);
  const triple = quote.repeat(3);
  if (code.startsWith(triple, start)) return endOf(code, triple, start + 3, 3);
  for (let at = start + 1; at < code.length; at += 1) {
    const character = code.charAt(at);
    if (character === '\\') at += 1;
    else if (character === quote) return at + 1;
    else if (character === '\n') return at;
  }
  return code.length;
}
