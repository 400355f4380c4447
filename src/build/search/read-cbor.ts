/** What Pagefind writes of an index: texts, counts, and lists of them. */
export type CborValue = string | number | readonly CborValue[];

const COUNT = 0;
const TEXT = 3;
const LIST = 4;

/**
 * Reads CBOR (RFC 8949), as far as Pagefind writes it.
 *
 * @throws RangeError where it is anything else
 */
export function readCbor(bytes: Uint8Array): CborValue {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let at = 0;
  const skip = (length: number): number => {
    const from = at;
    at += length;
    if (at > bytes.length) throw new RangeError('CBOR ends too soon.');
    return from;
  };
  const argument = (short: number): number => {
    if (short < 24) return short;
    if (short === 24) return view.getUint8(skip(1));
    if (short === 25) return view.getUint16(skip(2));
    if (short === 26) return view.getUint32(skip(4));
    throw new RangeError('CBOR holds what is not read here.');
  };
  const read = (): CborValue => {
    const head = view.getUint8(skip(1));
    const size = argument(head & 31);
    switch (head >> 5) {
      case COUNT:
        return size;
      case TEXT: {
        const from = skip(size);
        return decoder.decode(bytes.subarray(from, at));
      }
      case LIST:
        return Array.from({ length: size }, read);
      default:
        throw new RangeError('CBOR holds what is not read here.');
    }
  };
  const value = read();
  if (at !== bytes.length) throw new RangeError('CBOR goes on after its end.');
  return value;
}
