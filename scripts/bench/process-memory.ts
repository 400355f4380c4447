import { readdirSync, readFileSync } from 'node:fs';

/** Ids of the processes that a process has started and that still run; none where /proc does not tell. */
export function childrenOf(pid: number | string): string[] {
  let tasks: string[];
  try {
    tasks = readdirSync(`/proc/${pid}/task`);
  } catch {
    return [];
  }
  return tasks.flatMap((task) =>
    readProc(`/proc/${pid}/task/${task}/children`)
      .split(' ')
      .filter((child) => child.trim() !== ''),
  );
}

/**
 * The resident size of a process in bytes: the largest so far, or that of now; 0 when it has ended.
 *
 * @param field of `/proc/<pid>/status`
 */
export function memoryOf(pid: number | string, field: 'VmHWM' | 'VmRSS'): number {
  const [, kilobytes] =
    new RegExp(`${field}:\\s+(\\d+) kB`).exec(readProc(`/proc/${pid}/status`)) ?? [];
  return Number(kilobytes ?? 0) * 1024;
}

/** What stands in a file of /proc; empty when the process has ended. */
export function readProc(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
