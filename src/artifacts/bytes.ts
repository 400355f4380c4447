import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';

const READ_CHUNK = 1 << 23;
/** Beyond this a gzipped file is taken for a bomb. */
const MAX_UNZIPPED = 2 ** 32;
const UTF16_CHUNK = 1 << 24;

/** A whole file, with the SHA-256 of its bytes in hex. */
export interface HashedBytes {
  readonly bytes: Buffer;
  readonly sha256: Promise<string>;
}

/** Another thread that hashes. */
export interface Hasher {
  /** The SHA-256 in hex; null when the thread could not tell. */
  hash(bytes: Uint8Array<SharedArrayBuffer>): Promise<string | null>;
}

/**
 * Reads a whole file of any size. Each part is hashed while the system reads the next.
 *
 * @param hasher hashes instead of this thread, which may go on with the bytes meanwhile
 */
export async function readHashedFile(
  path: string,
  hasher: Hasher | null = null,
): Promise<HashedBytes> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const shared = hasher === null ? null : Buffer.from(new SharedArrayBuffer(size));
    const bytes = shared ?? Buffer.allocUnsafeSlow(size);
    const sha256 = createHash('sha256');
    const read = (at: number) => file.read(bytes, at, Math.min(READ_CHUNK, size - at), at);
    let filled = 0;
    let reading = size === 0 ? null : read(0);
    while (reading !== null) {
      const from = filled;
      filled += (await reading).bytesRead;
      // It ends where nothing comes any more: it may be shorter than it was.
      reading = filled > from && filled < size ? read(filled) : null;
      if (shared === null) sha256.update(bytes.subarray(from, filled));
    }
    const whole = bytes.subarray(0, filled);
    if (hasher === null || shared === null) {
      return { bytes: whole, sha256: Promise.resolve(sha256.digest('hex')) };
    }
    const told = hasher.hash(shared.subarray(0, filled));
    return { bytes: whole, sha256: told.then((hex) => hex ?? hashOf(whole)) };
  } finally {
    await file.close();
  }
}

/** In parts, as one call takes no more than 2 GiB. */
function hashOf(bytes: Buffer): string {
  const sha256 = createHash('sha256');
  for (let at = 0; at < bytes.length; at += READ_CHUNK) {
    sha256.update(bytes.subarray(at, at + READ_CHUNK));
  }
  return sha256.digest('hex');
}

/** Whether the bytes begin like a gzip stream. */
export function isGzip(bytes: Buffer): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/**
 * Turns what is on disk into UTF-8 without a byte order mark: unzips gzip (told by its first bytes,
 * whatever the name) and recodes UTF-16, with or without a mark.
 *
 * @throws Error when a gzip stream is broken.
 */
export function decodeBytes(raw: Buffer): Buffer {
  const bytes = isGzip(raw) ? gunzipSync(raw, { maxOutputLength: MAX_UNZIPPED }) : raw;
  const encoding = detectEncoding(bytes);
  if (encoding !== 'utf-8') return recodeUtf16(bytes, encoding);
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
}

/** Tells UTF-16 from UTF-8 by the mark, or by where the first ASCII character has its zero byte. */
export function detectEncoding(bytes: Buffer): 'utf-8' | 'utf-16le' | 'utf-16be' {
  const [first, second] = bytes;
  if (first === undefined || second === undefined) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first !== 0 && second === 0) return 'utf-16le';
  return first === 0 && second !== 0 ? 'utf-16be' : 'utf-8';
}

function recodeUtf16(bytes: Buffer, encoding: 'utf-16le' | 'utf-16be'): Buffer {
  const decoder = new TextDecoder(encoding);
  const parts: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += UTF16_CHUNK) {
    const chunk = bytes.subarray(at, at + UTF16_CHUNK);
    parts.push(Buffer.from(decoder.decode(chunk, { stream: true })));
  }
  parts.push(Buffer.from(decoder.decode()));
  return Buffer.concat(parts);
}

/** The offset of the first byte that is not UTF-8; null when all are. */
export function findInvalidUtf8(bytes: Buffer): number | null {
  if (isUtf8(bytes)) return null;
  let at = 0;
  while (at < bytes.length) {
    const length = characterLength(bytes, at);
    if (length === 0) return at;
    at += length;
  }
  return null;
}

/** The number of bytes of the character at `at`; 0 when they are not UTF-8. */
function characterLength(bytes: Buffer, at: number): number {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return 1;
  const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
  return isUtf8(bytes.subarray(at, at + length)) ? length : 0;
}
