/** Longest text that one message prints: names in artifacts can be of any length. */
const LONGEST = 4000;

/**
 * A text that is safe to print on a terminal: control characters are written out (`\x1b`), since names and messages come
 * from artifacts, and an escape sequence in one could rewrite what the terminal shows, or a line break pass for a line
 * of ours.
 */
export function printable(text: string): string {
  const safe = text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, (character) => {
    const code = character.charCodeAt(0);
    return code < 0x100 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u${code.toString(16)}`;
  });
  return safe.length > LONGEST ? `${safe.slice(0, LONGEST)}…` : safe;
}

/** The same for a text of ours that has lines, such as a stack. */
export function printableLines(text: string): string {
  return text.split('\n').map(printable).join('\n');
}
