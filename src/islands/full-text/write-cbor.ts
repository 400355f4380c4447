/** What Pagefind is told of an index: texts, counts, and lists of them. */
export type CborValue = string | number | readonly CborValue[];

const COUNT = 0;
const TEXT = 3;
const LIST = 4;

/** Writes CBOR (RFC 8949), as far as Pagefind reads it. Numbers are whole, and below 2^32. */
export function writeCbor(value: CborValue): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder();
  const bytes: number[] = [];
  const head = (kind: number, size: number): void => {
    const first = kind << 5;
    if (size < 24) bytes.push(first | size);
    else if (size < 1 << 8) bytes.push(first | 24, size);
    else if (size < 1 << 16) bytes.push(first | 25, size >> 8, size & 255);
    else bytes.push(first | 26, size >>> 24, (size >> 16) & 255, (size >> 8) & 255, size & 255);
  };
  const write = (part: CborValue): void => {
    if (typeof part === 'number') {
      head(COUNT, part);
    } else if (typeof part === 'string') {
      const text = encoder.encode(part);
      head(TEXT, text.length);
      for (const byte of text) bytes.push(byte);
    } else {
      head(LIST, part.length);
      for (const item of part) write(item);
    }
  };
  write(value);
  return Uint8Array.from(bytes);
}
