import { createHash } from 'node:crypto';
import { compareText } from '../project/order.ts';
import { LONGEST_SLUG, plainSlug } from './plain-slug.ts';

const KEPT_OF_LONG = 160;

/**
 * The file name and URL segment of an id: the same on every machine, safe on every file system, and never with a
 * percent sign in it, so that no server and no client decodes it twice.
 *
 * Bytes `[A-Za-z0-9._-]` stay; every other UTF-8 byte becomes `~` and two lower-case hex digits. What would read as
 * a file of ours (`index`, a leading dot, `.json` …) gets one character written so as well. Over 180 bytes: the
 * first 160, `~`, and 16 hex digits of the id's SHA-256.
 */
export function slug(id: string): string {
  const escaped = plainSlug(id);
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

function sha256(id: string): string {
  // Lone surrogates are all the same in UTF-8, and would give different ids one hash.
  const bytes = id.isWellFormed() ? id : Buffer.from(id, 'utf16le');
  return createHash('sha256').update(bytes).digest('hex');
}
