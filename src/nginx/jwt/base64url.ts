/** Bytes in memory of their own, as WebCrypto wants them. */
export type Bytes = Uint8Array<ArrayBuffer>;

/**
 * Decodes base64url as RFC 7515 has it: no padding, nothing but the alphabet, and no bits that are
 * not part of a byte, so that each text has one spelling.
 *
 * @returns null for anything else
 */
export function decodeBase64url(text: string): Bytes | null {
  if (!/^[A-Za-z0-9_-]*$/.test(text)) return null;
  const bytes = Buffer.from(text, 'base64url');
  return bytes.toString('base64url') === text ? new Uint8Array(bytes) : null;
}

/** {@link decodeBase64url} of a text in UTF-8. */
export function decodeText(text: string): string | null {
  const bytes = decodeBase64url(text);
  if (bytes === null) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
