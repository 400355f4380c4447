/** Where and why a text stops being JSON; `offset` counts UTF-16 units of the text. */
export interface JsonProblem {
  readonly offset: number;
  readonly problem: string;
}

/** A number that Python writes and JSON does not have. */
export interface NonFinite {
  readonly start: number;
  readonly end: number;
  readonly token: string;
  readonly path: readonly PropertyKey[];
}

export interface JsonScan {
  /** The first problem other than `NaN` and `Infinity`; null when there is none. */
  readonly problem: JsonProblem | null;
  readonly nonFinite: readonly NonFinite[];
}

const space = /[ \t\n\r]*/y;
const string = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const literal = /true|false|null/y;
const nonFiniteToken = /NaN|-?Infinity/y;

interface Frame {
  readonly isObject: boolean;
  key: PropertyKey;
}

/**
 * Walks a text as JSON by hand: slower than `JSON.parse`, but it knows where things are. It is only
 * asked after `JSON.parse` has failed.
 */
export function scanJson(text: string): JsonScan {
  const nonFinite: NonFinite[] = [];
  const stack: Frame[] = [];
  let at = 0;

  const take = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    if (!pattern.test(text)) return false;
    at = pattern.lastIndex;
    return true;
  };
  const fail = (expected: string): JsonScan => ({
    problem: { offset: at, problem: `${describe(text, at)}, expected ${expected}` },
    nonFinite,
  });

  for (;;) {
    take(space);
    const opening = text[at];
    if (opening === '{' || opening === '[') {
      at += 1;
      take(space);
      stack.push({ isObject: opening === '{', key: 0 });
      const closing = opening === '{' ? '}' : ']';
      if (text[at] !== closing) {
        if (opening === '{' && !takeKey()) return fail('a key');
        if (opening === '{' && !takeColon()) return fail('a colon');
        continue;
      }
    } else if (!takeScalar()) {
      return fail('a value');
    }
    // A value ended here: close what closes with it, or go on to the next one.
    for (;;) {
      take(space);
      const frame = stack.at(-1);
      if (frame === undefined) {
        return at === text.length ? { problem: null, nonFinite } : fail('the end of the file');
      }
      const next = text[at];
      if (next === (frame.isObject ? '}' : ']')) {
        at += 1;
        stack.pop();
        continue;
      }
      if (next !== ',') return fail(frame.isObject ? 'a comma or }' : 'a comma or ]');
      at += 1;
      take(space);
      if (frame.isObject) {
        if (!takeKey()) return fail('a key');
        if (!takeColon()) return fail('a colon');
      } else {
        frame.key = Number(frame.key) + 1;
      }
      break;
    }
  }

  function takeKey(): boolean {
    const start = at;
    const frame = stack.at(-1);
    if (frame === undefined || !take(string)) return false;
    frame.key = String(JSON.parse(text.slice(start, at)));
    return true;
  }

  function takeColon(): boolean {
    take(space);
    if (text[at] !== ':') return false;
    at += 1;
    return true;
  }

  function takeScalar(): boolean {
    const start = at;
    if (take(nonFiniteToken)) {
      const path = stack.map((frame) => frame.key);
      nonFinite.push({ start, end: at, token: text.slice(start, at), path });
      return true;
    }
    return take(string) || take(literal) || take(number);
  }
}

function describe(text: string, at: number): string {
  const found = text.codePointAt(at);
  if (found === undefined) return 'the file ends here';
  return text[at] === '"'
    ? 'an unfinished or misplaced string'
    : `found ${JSON.stringify(String.fromCodePoint(found))}`;
}
