import { childrenOf, memoryOf, readProc } from './process-memory.ts';

/** What child processes of this one took. */
export interface ChildUsage {
  /** Processor time of those that have ended, seconds. */
  readonly cpuSeconds: () => number;
  /** Largest resident size of any, bytes. */
  readonly peakBytes: () => number;
  /** Largest resident size of all at once, bytes. */
  readonly peakOfAll: () => number;
  readonly stop: () => void;
}

const LOOK_EVERY_MS = 25;
/** Ticks of the clock that /proc counts in, a second. */
const TICKS = 100;

/** Watches the child processes of this one through /proc. */
export function watchChildren(): ChildUsage {
  let peak = 0;
  let peakOfAll = 0;
  const timer = setInterval(() => {
    const children = childrenOf(process.pid);
    for (const pid of children) peak = Math.max(peak, memoryOf(pid, 'VmHWM'));
    peakOfAll = Math.max(
      peakOfAll,
      children.reduce((sum, pid) => sum + memoryOf(pid, 'VmRSS'), 0),
    );
  }, LOOK_EVERY_MS);
  const before = endedTicks();
  return {
    cpuSeconds: () => (endedTicks() - before) / TICKS,
    peakBytes: () => peak,
    peakOfAll: () => peakOfAll,
    stop: () => clearInterval(timer),
  };
}

/** User and system time of children that have ended. */
function endedTicks(): number {
  const fields = readProc('/proc/self/stat')
    .replace(/^.*\) /s, '')
    .split(' ');
  return Number(fields[13] ?? 0) + Number(fields[14] ?? 0);
}
