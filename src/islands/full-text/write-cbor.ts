/** What Pagefind is told of an index: texts, counts, and lists of them. */
export type CborValue = string | number | readonly CborValue[];

const COUNT = 0;
const TEXT = 3;
const LIST = 4;
/** Bytes that what stands before a value takes at most. */
const HEAD = 5;

/** Writes CBOR (RFC 8949), as far as Pagefind reads it. Numbers are whole, and below 2^32. */
export function writeCbor(value: CborValue): Uint8Array {
  const encoder = new TextEncoder();
  let bytes = new Uint8Array(1 << 16);
  let end = 0;
  const makeRoom = (length: number): void => {
    if (end + length <= bytes.length) return;
    const longer = new Uint8Array(2 * (end + length));
    longer.set(bytes);
    bytes = longer;
  };
  const head = (kind: number, size: number): void => {
    makeRoom(HEAD);
    const first = kind << 5;
    const length = size < 24 ? 0 : size < 1 << 8 ? 1 : size < 1 << 16 ? 2 : 4;
    bytes[end++] = first | (length === 0 ? size : length === 4 ? 26 : 23 + length);
    for (let at = length - 1; at >= 0; at--) bytes[end++] = (size >>> (8 * at)) & 255;
  };
  const write = (part: CborValue): void => {
    if (typeof part === 'number') {
      head(COUNT, part);
    } else if (typeof part === 'string') {
      const text = encoder.encode(part);
      head(TEXT, text.length);
      makeRoom(text.length);
      bytes.set(text, end);
      end += text.length;
    } else {
      head(LIST, part.length);
      for (const item of part) write(item);
    }
  };
  write(value);
  return bytes.subarray(0, end);
}
