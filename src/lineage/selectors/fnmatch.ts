/**
 * Whether a text matches a pattern of Python's `fnmatch`: `*` stands for any characters, `?` for one, `[abc]` and
 * `[!a-c]` for one of a set. Upper and lower case differ. Dots and slashes are characters like all others.
 */
export function fnmatcher(pattern: string): (text: string) => boolean {
  if (!/[*?[]/.test(pattern)) return (text) => text === pattern;
  const expression = new RegExp(`^(?:${source(pattern)})$`, 'su');
  return (text) => expression.test(text);
}

/** What a pattern is as the source of a regular expression. */
export function source(pattern: string, anything = '.*', one = '.'): string {
  let out = '';
  let at = 0;
  while (at < pattern.length) {
    const set = pattern[at] === '[' ? characterSet(pattern, at) : null;
    if (set !== null) {
      out += set.source;
      at = set.end;
      continue;
    }
    const character = String.fromCodePoint(pattern.codePointAt(at) ?? 0);
    at += character.length;
    if (character === '*') out += anything;
    else if (character === '?') out += one;
    else out += escaped(character);
  }
  return out;
}

/** `[…]` from its bracket on; null where no bracket closes it, which makes the first one a character like others. */
function characterSet(
  pattern: string,
  start: number,
): { readonly source: string; readonly end: number } | null {
  const isNegated = pattern[start + 1] === '!';
  const first = start + (isNegated ? 2 : 1);
  // A bracket that closes right after the opening one belongs to the set.
  const close = pattern.indexOf(']', first + 1);
  if (close < 0) return null;
  const members = [...pattern.slice(first, close)];
  let inner = '';
  for (let at = 0; at < members.length; at++) {
    const from = members[at] ?? '';
    const to = members[at + 1] === '-' ? members[at + 2] : undefined;
    if (to === undefined) {
      inner += inSet(from);
      continue;
    }
    at += 2;
    // A range that runs backwards holds nothing.
    if ((from.codePointAt(0) ?? 0) <= (to.codePointAt(0) ?? 0))
      inner += `${inSet(from)}-${inSet(to)}`;
  }
  if (inner === '') return { source: isNegated ? '.' : '(?!)', end: close + 1 };
  return { source: `[${isNegated ? '^' : ''}${inner}]`, end: close + 1 };
}

function escaped(character: string): string {
  return /[\\^$.*+?()[\]{}|/]/.test(character) ? `\\${character}` : character;
}

function inSet(character: string): string {
  return /[\\\]^-]/.test(character) ? `\\${character}` : character;
}
