/**
 * A name as it is compared: in lower case, without accents, and with one `_` for whatever stands between its words, so
 * that `Orders daily`, `orders-daily` and `orders.daily` are the same.
 */
export function normalText(text: string): string {
  const lower = text.toLowerCase();
  if (PLAIN.test(lower)) return lower;
  const bare = ASCII.test(lower)
    ? // Holds no accents, and is looked through faster.
      lower.replace(/[^a-z0-9]+/g, '_')
    : lower
        .normalize('NFKD')
        .replace(/\p{M}+/gu, '')
        .replace(/[^\p{L}\p{N}]+/gu, '_');
  return bare.replace(/^_|_$/g, '');
}

/** The words of a normal text. */
export function wordsOf(normal: string): string[] {
  return normal === '' ? [] : normal.split('_');
}

const PLAIN = /^[a-z0-9]+(?:_[a-z0-9]+)*$/;
const ASCII = /^[\0-\x7f]*$/;
