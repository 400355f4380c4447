import { createHash } from 'node:crypto';
import { compareText } from '../project/order.ts';

/** Longest slug in bytes: leaves room for `.json.gz` below the 255 bytes of common file systems. */
const LONGEST_SLUG = 180;
const KEPT_OF_LONG = 160;
const RESERVED_ENDING = /\.(json|html|md|svg|xml|gz|br)$/i;

/**
 * The file name and URL segment of an id: the same on every machine, safe on every file system, and never with a
 * percent sign in it, so that no server and no client decodes it twice.
 *
 * Bytes `[A-Za-z0-9._-]` stay; every other UTF-8 byte becomes `~` and two lower-case hex digits. What would read as
 * a file of ours (`index`, a leading dot, `.json` …) gets one character written so as well. Over 180 bytes: the
 * first 160, `~`, and 16 hex digits of the id's SHA-256.
 */
export function slug(id: string): string {
  const escaped = guardReserved(escapeBytes(id));
  if (escaped.length <= LONGEST_SLUG) return escaped;
  return `${escaped.slice(0, KEPT_OF_LONG)}~${sha256(id).slice(0, 16)}`;
}

/**
 * Slugs for the ids of one folder. Where slugs are equal when lower-cased (file systems of macOS and Windows don't
 * tell them apart), all but the first in code-point order get `~` and 8 hex digits of the id's SHA-256.
 */
export function slugs(ids: Iterable<string>): Map<string, string> {
  const taken = new Set<string>();
  const result = new Map<string, string>();
  for (const id of [...new Set(ids)].sort(compareText)) {
    const plain = slug(id);
    const unique = taken.has(plain.toLowerCase()) ? `${plain}~${sha256(id).slice(0, 8)}` : plain;
    taken.add(unique.toLowerCase());
    result.set(id, unique);
  }
  return result;
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
  if (/^index(?:\.\d+)?$/i.test(guarded))
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

function sha256(id: string): string {
  // Lone surrogates are all the same in UTF-8, and would give different ids one hash.
  const bytes = id.isWellFormed() ? id : Buffer.from(id, 'utf16le');
  return createHash('sha256').update(bytes).digest('hex');
}
