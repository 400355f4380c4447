import { readdirSync, readFileSync } from 'node:fs';

/** What child processes of this one took. */
export interface ChildUsage {
  /** Processor time of those that have ended, seconds. */
  readonly cpuSeconds: () => number;
  /** Largest resident size of any, bytes. */
  readonly peakBytes: () => number;
  readonly stop: () => void;
}

const LOOK_EVERY_MS = 25;
/** Ticks of the clock that /proc counts in, a second. */
const TICKS = 100;

/** Watches the child processes of this one through /proc. */
export function watchChildren(): ChildUsage {
  let peak = 0;
  const timer = setInterval(() => {
    for (const pid of childrenOf(process.pid)) peak = Math.max(peak, peakOf(pid));
  }, LOOK_EVERY_MS);
  const before = endedTicks();
  return {
    cpuSeconds: () => (endedTicks() - before) / TICKS,
    peakBytes: () => peak,
    stop: () => clearInterval(timer),
  };
}

function childrenOf(pid: number): string[] {
  return readdirSync(`/proc/${pid}/task`).flatMap((task) =>
    read(`/proc/${pid}/task/${task}/children`)
      .split(' ')
      .filter((child) => child.trim() !== ''),
  );
}

function peakOf(pid: string): number {
  return Number(/VmHWM:\s+(\d+) kB/.exec(read(`/proc/${pid}/status`))?.[1] ?? 0) * 1024;
}

/** User and system time of children that have ended. */
function endedTicks(): number {
  const fields = read('/proc/self/stat')
    .replace(/^.*\) /s, '')
    .split(' ');
  return Number(fields[13] ?? 0) + Number(fields[14] ?? 0);
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    // It has ended.
    return '';
  }
}
