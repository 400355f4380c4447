import { setImmediate as nextTurn } from 'node:timers/promises';

const CALLS_PER_TURN = 200;

/** Lets other work of this process go on now and then, between many short calls of the file system. */
export function turns(): () => Promise<void> {
  let calls = 0;
  return async () => {
    if (++calls % CALLS_PER_TURN === 0) await nextTurn();
  };
}
