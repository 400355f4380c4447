/** An argument as the first line of a macro writes it. */
export interface SignatureArgument {
  readonly name: string;
  /** `2` of `precision=2`; null when a caller must give one. */
  readonly defaultValue: string | null;
}

const HEAD = /\{%-?\s*(?:macro|test|data_test|materialization)\s+\w+\s*\(/;
/** A signature longer than this is none. */
const LONGEST = 4000;

/** The arguments in a macro's own code, in their order; null when it holds no signature. */
export function macroSignature(code: string): SignatureArgument[] | null {
  const head = HEAD.exec(code);
  if (head === null) return null;
  const start = head.index + head[0].length;
  const pieces = splitArguments(code.slice(start, start + LONGEST));
  if (pieces === null) return null;
  return pieces
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '')
    .map((piece) => {
      const at = piece.indexOf('=');
      return at === -1
        ? { name: piece, defaultValue: null }
        : { name: piece.slice(0, at).trim(), defaultValue: piece.slice(at + 1).trim() };
    });
}

/** What stands between the commas up to the closing bracket; null when it never closes. */
function splitArguments(text: string): string[] | null {
  const pieces: string[] = [];
  let depth = 0;
  let quote = '';
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    const letter = text.charAt(at);
    if (quote !== '') {
      if (letter === '\\') at++;
      else if (letter === quote) quote = '';
    } else if (letter === '"' || letter === "'") quote = letter;
    else if ('([{'.includes(letter)) depth++;
    else if (letter === ')' && depth === 0) return [...pieces, text.slice(start, at)];
    else if (')]}'.includes(letter)) depth--;
    else if (letter === ',' && depth === 0) {
      pieces.push(text.slice(start, at));
      start = at + 1;
    }
  }
  return null;
}
