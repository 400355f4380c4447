/** Bytes of a head, at most. */
export const HEAD_BYTES = 5;

/** Bytes that grow, with the heads of CBOR (RFC 8949) before what they hold. */
export class ByteWriter {
  #bytes: Uint8Array;
  #length = 0;

  /** @param room bytes that are expected */
  constructor(room = 1 << 20) {
    this.#bytes = new Uint8Array(room);
  }

  get length(): number {
    return this.#length;
  }

  /** What was written; stands until more is. */
  view(from: number, to: number): Uint8Array {
    return this.#bytes.subarray(from, to);
  }

  /**
   * What stands before a value.
   *
   * @param size a count, or the length of what follows; below 2^32
   */
  head(kind: number, size: number): void {
    this.#makeRoom(HEAD_BYTES);
    const first = kind << 5;
    if (size < 24) {
      this.#bytes[this.#length++] = first | size;
      return;
    }
    const length = size < 1 << 8 ? 1 : size < 1 << 16 ? 2 : 4;
    this.#bytes[this.#length++] = first | (length === 4 ? 26 : 23 + length);
    for (let at = length - 1; at >= 0; at--)
      this.#bytes[this.#length++] = (size >>> (8 * at)) & 255;
  }

  copy(bytes: Uint8Array, from: number, to: number): void {
    this.#makeRoom(to - from);
    const target = this.#bytes;
    let at = this.#length;
    // What is copied is mostly a few bytes long: there a loop is faster than a view and a call.
    for (let source = from; source < to; source++) target[at++] = bytes[source] ?? 0;
    this.#length = at;
  }

  #makeRoom(length: number): void {
    const needed = this.#length + length;
    if (needed <= this.#bytes.length) return;
    const longer = new Uint8Array(2 * needed);
    longer.set(this.#bytes);
    this.#bytes = longer;
  }
}
