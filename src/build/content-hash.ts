import { createHash, hash } from 'node:crypto';

/** The first 128 bits of the content's SHA-256, in 32 hex digits. */
export function contentHash(content: string | Uint8Array): string {
  return hash('sha256', content, 'hex').slice(0, 32);
}

/** {@link contentHash} of content that comes in pieces. */
export function contentHashOf(pieces: readonly Uint8Array[]): string {
  const [only, ...more] = pieces;
  // One call is several times faster for short content, which most is.
  if (only !== undefined && more.length === 0) return contentHash(only);
  const whole = createHash('sha256');
  for (const piece of pieces) whole.update(piece);
  return whole.digest('hex').slice(0, 32);
}

const FIRST_SECOND = Date.UTC(2000, 0, 1) / 1000;
const SECONDS = Date.UTC(2020, 0, 1) / 1000 - FIRST_SECOND;

/**
 * The modification time that a published file gets: derived from its content, not from the clock.
 * Web servers make ETags from time and size, so equal content keeps its ETag across builds, and
 * two builds in one second with files of equal size never share one.
 *
 * @param contentHashed what {@link contentHash} gave
 * @returns whole seconds since 1970, from 2000-01-01 to 2019-12-31
 */
export function contentTime(contentHashed: string): number {
  return FIRST_SECOND + (Number.parseInt(contentHashed.slice(0, 12), 16) % SECONDS);
}
