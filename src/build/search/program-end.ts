import { ChildProcess } from 'node:child_process';
import { subscribe } from 'node:diagnostics_channel';

const waiting = new Set<(reason: Error) => void>();
let isWatching = false;
/** The one that is asked: another one may still be about to end. */
let newest: ChildProcess | null = null;

/**
 * Does something by the program that this thread has started last, or starts at once, and gives up when that ends: short
 * of memory, a system ends it. Pagefind's script would wait for its answer for ever.
 */
export async function whileProgramRuns<T>(task: () => Promise<T>): Promise<T> {
  watch();
  let giveUp: (reason: Error) => void = () => undefined;
  const ended = new Promise<never>((_, reject) => {
    giveUp = reject;
  });
  waiting.add(giveUp);
  try {
    return await Promise.race([task(), ended]);
  } finally {
    waiting.delete(giveUp);
  }
}

/** The script keeps its program to itself, so it is seen where Node tells of all. */
function watch(): void {
  if (isWatching) return;
  isWatching = true;
  subscribe('child_process', (message) => {
    if (typeof message !== 'object' || message === null || !('process' in message)) return;
    const { process: program } = message;
    if (!(program instanceof ChildProcess)) return;
    newest = program;
    program.once('exit', (code, signal) => {
      if (program !== newest) return;
      const reason = new Error(`Pagefind’s program has ended (${signal ?? String(code)}).`);
      for (const giveUp of waiting) giveUp(reason);
    });
  });
}
