/** A place in a text as editors count it: from 1, columns in characters. */
export interface LineColumn {
  readonly line: number;
  readonly column: number;
}

const NEWLINE = 0x0a;

/** The line and column of a byte of a UTF-8 text. */
export function lineColumnAt(bytes: Buffer, offset: number): LineColumn {
  let line = 1;
  let lineStart = 0;
  for (;;) {
    const newline = bytes.indexOf(NEWLINE, lineStart);
    if (newline === -1 || newline >= offset) break;
    line += 1;
    lineStart = newline + 1;
  }
  let column = 1;
  // Bytes 10xxxxxx continue a character.
  for (let at = lineStart; at < offset; at += 1) {
    if (((bytes[at] ?? 0) & 0xc0) !== 0x80) column += 1;
  }
  return { line, column };
}
