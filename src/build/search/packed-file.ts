import { gunzipSync, gzipSync } from 'node:zlib';

/** Pagefind's files begin with this when they are unpacked. */
const SIGNATURE = Buffer.from('pagefind_dcd');

/** What a file of Pagefind holds. */
export function unpacked(file: Uint8Array): Uint8Array {
  const bytes = gunzipSync(file);
  if (!bytes.subarray(0, SIGNATURE.length).equals(SIGNATURE))
    throw new Error('Pagefind has written a file that is not its own.');
  return bytes.subarray(SIGNATURE.length);
}

/** A file as Pagefind would write it. */
export function packed(content: Uint8Array): Uint8Array {
  return gzipSync(Buffer.concat([SIGNATURE, content]));
}
