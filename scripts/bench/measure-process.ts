import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

export interface Measurement {
  /** Wall clock, from start to exit. */
  readonly seconds: number;
  /** Largest resident size of the process, threads included; null where /proc does not tell. */
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
  let peakBytes: number | null = null;
  child.stdout.on('data', (chunk) => (stdout += String(chunk)));
  child.stderr.on('data', (chunk) => (stderr += String(chunk)));
  const timer = setInterval(() => {
    peakBytes = peakOf(child.pid) ?? peakBytes;
  }, LOOK_EVERY_MS);
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  clearInterval(timer);
  if (code !== 0) throw new Error(`The build ended with ${String(code)}:\n${stdout}${stderr}`);
  return { seconds: (performance.now() - began) / 1000, peakBytes, stdout };
}

/** The kernel's own high-water mark, so that looking now and then misses nothing but the very end. */
function peakOf(pid: number | undefined): number | null {
  try {
    const status = readFileSync(`/proc/${String(pid)}/status`, 'utf8');
    const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1];
    return kilobytes === undefined ? null : Number(kilobytes) * 1024;
  } catch {
    return null;
  }
}
