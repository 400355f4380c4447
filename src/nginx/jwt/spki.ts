import type { Bytes } from './base64url.ts';

/**
 * Public keys as SubjectPublicKeyInfo (RFC 5280), which is the form that njs 0.7.9 can import: it
 * knows no JSON Web Keys.
 */

const SEQUENCE = 0x30;
const INTEGER = 0x02;
const BIT_STRING = 0x03;

/** AlgorithmIdentifier of rsaEncryption (RFC 8017). */
const RSA = '300d06092a864886f70d0101010500';
/** AlgorithmIdentifier of id-ecPublicKey on P-256 (RFC 5480), and how an uncompressed point begins. */
const P256 = '301306072a8648ce3d020106082a8648ce3d030107';
const UNCOMPRESSED = 0x04;

/** An RSA key of its modulus and exponent, both big-endian. */
export function rsaSpki(modulus: Bytes, exponent: Bytes): Bytes {
  const key = element(SEQUENCE, join([unsigned(modulus), unsigned(exponent)]));
  return publicKeyInfo(RSA, key);
}

/** A P-256 key of the coordinates of its point, 32 bytes each. */
export function p256Spki(x: Bytes, y: Bytes): Bytes {
  return publicKeyInfo(P256, join([new Uint8Array([UNCOMPRESSED]), x, y]));
}

function publicKeyInfo(algorithm: string, key: Bytes): Bytes {
  const noUnusedBits = new Uint8Array([0]);
  return element(
    SEQUENCE,
    join([
      new Uint8Array(Buffer.from(algorithm, 'hex')),
      element(BIT_STRING, join([noUnusedBits, key])),
    ]),
  );
}

/** An INTEGER that is not negative: as short as it can be, with a zero where the first bit is set. */
function unsigned(bytes: Bytes): Bytes {
  let start = 0;
  while (start < bytes.length - 1 && bytes[start] === 0) start += 1;
  const rest = bytes.slice(start);
  const isNegative = (rest[0] ?? 0) >= 0x80;
  return element(INTEGER, isNegative ? join([new Uint8Array([0]), rest]) : rest);
}

function element(tag: number, content: Bytes): Bytes {
  const length = content.length;
  const head =
    length < 0x80
      ? [tag, length]
      : length < 0x100
        ? [tag, 0x81, length]
        : [tag, 0x82, length >> 8, length & 0xff];
  return join([new Uint8Array(head), content]);
}

function join(parts: readonly Bytes[]): Bytes {
  return new Uint8Array(Buffer.concat(parts));
}
