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
  const file = gzipSync(Buffer.concat([SIGNATURE, content]));
  // The header names the operating system; 255 says "unknown" on every one.
  file[9] = 255;
  return file;
}
