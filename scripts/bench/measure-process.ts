import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { childrenOf, memoryOf } from './process-memory.ts';

export interface Measurement {
  /** Wall clock, from start to exit. */
  readonly seconds: number;
  /**
   * Largest resident size of the process, threads included, and of all that it started at that moment; null where /proc
   * does not tell.
   */
  readonly peakBytes: number | null;
}

const LOOK_EVERY_MS = 20;

/**
 * Runs Node with these arguments and measures it.
 *
 * @throws Error with its output when it fails
 */
export async function measureProcess(
  args: readonly string[],
): Promise<Measurement & { readonly stdout: string }> {
  const began = performance.now();
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let stdout = '';
  let stderr = '';
  let peakBytes = 0;
  child.stdout.on('data', (chunk) => (stdout += String(chunk)));
  child.stderr.on('data', (chunk) => (stderr += String(chunk)));
  const timer = setInterval(() => {
    if (child.pid !== undefined) peakBytes = Math.max(peakBytes, sizeOf(child.pid));
  }, LOOK_EVERY_MS);
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  clearInterval(timer);
  if (code !== 0) throw new Error(`The build ended with ${String(code)}:\n${stdout}${stderr}`);
  const seconds = (performance.now() - began) / 1000;
  return { seconds, peakBytes: existsSync('/proc/self/status') ? peakBytes : null, stdout };
}

/** The kernel's own high-water mark of the process alone, so that looking now and then misses nothing of it. */
function sizeOf(pid: number): number {
  const children = childrenOf(pid).reduce((sum, child) => sum + memoryOf(child, 'VmRSS'), 0);
  return Math.max(memoryOf(pid, 'VmHWM'), memoryOf(pid, 'VmRSS') + children);
}
