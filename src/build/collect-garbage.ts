import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * Has V8 collect all garbage of this thread now. On a machine with much memory it would let the heap
 * grow instead: to twice of what a build of 10,000 models needs.
 */
export function collectGarbage(): void {
  // The function exists only in contexts that are made after the flag was set.
  setFlagsFromString('--expose-gc');
  runInNewContext('gc()');
}
