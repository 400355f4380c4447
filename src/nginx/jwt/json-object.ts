/** A JSON object whose values are not known. */
export type JsonObject = Readonly<Record<string, unknown>>;

/**
 * Parses a JSON object in which no key occurs twice: two readers of such a text may see two different
 * tokens.
 *
 * @returns null for anything else
 */
export function parseObject(text: string): JsonObject | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isObject(value) || hasKeyTwice(text)) return null;
  return value;
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether the outermost object of a valid JSON text has a key twice. */
function hasKeyTwice(text: string): boolean {
  const keys: Record<string, boolean> = {};
  // Strings, and what opens and closes. A string is a key when a colon follows.
  const token = /"(?:[^"\\]|\\.)*"(\s*:)?|[{}[\]]/g;
  let depth = 0;
  for (let found = token.exec(text); found !== null; found = token.exec(text)) {
    const piece = found[0];
    const first = piece.charAt(0);
    if (first === '{' || first === '[') depth += 1;
    else if (first === '}' || first === ']') depth -= 1;
    else if (depth === 1 && found[1] !== undefined) {
      // Escapes may write one name in several ways.
      const key = `key ${String(JSON.parse(piece.slice(0, piece.lastIndexOf('"') + 1)))}`;
      if (keys[key] === true) return true;
      keys[key] = true;
    }
  }
  return false;
}
