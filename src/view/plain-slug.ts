/** Longest slug in bytes: leaves room for `.json.gz` below the 255 bytes of common file systems. */
export const LONGEST_SLUG = 180;
const RESERVED_ENDING = /\.(json|html|md|svg|xml|gz|br)$/i;

/**
 * The part of `slug()` that needs no hash, for scripts of pages too: bytes `[A-Za-z0-9._-]` stay, others are written
 * as `~` and two hex digits, and so is one character of what would read as a file of ours. A result of more than
 * `LONGEST_SLUG` bytes is not yet a slug.
 */
export function plainSlug(id: string): string {
  return guardReserved(escapeBytes(id));
}

function escapeBytes(id: string): string {
  if (/^[A-Za-z0-9._-]*$/.test(id)) return id;
  let escaped = '';
  // Lone surrogates have no UTF-8 bytes of their own: TextEncoder writes U+FFFD for them.
  for (const byte of new TextEncoder().encode(id)) {
    const character = String.fromCharCode(byte);
    escaped += /[A-Za-z0-9._-]/.test(character) ? character : escapeByte(byte);
  }
  return escaped;
}

function guardReserved(escaped: string): string {
  if (escaped === '') return '~';
  let guarded = escaped;
  if (/^(?:index(?:\.\d+)?|rows)$/i.test(guarded))
    guarded = `${escapeByte(guarded.charCodeAt(0))}${guarded.slice(1)}`;
  if (RESERVED_ENDING.test(guarded)) {
    const dot = guarded.lastIndexOf('.');
    guarded = `${guarded.slice(0, dot)}${escapeByte(0x2e)}${guarded.slice(dot + 1)}`;
  }
  if (guarded.startsWith('.')) guarded = `${escapeByte(0x2e)}${guarded.slice(1)}`;
  return guarded;
}

function escapeByte(byte: number): string {
  return `~${byte.toString(16).padStart(2, '0')}`;
}
