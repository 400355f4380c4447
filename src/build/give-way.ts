import { getPriority, setPriority } from 'node:os';

/**
 * Gives other threads of the process more of processors that are busy. Linux alone gives a thread a priority of its own,
 * and what it starts has the same; elsewhere this does nothing. A build that was started with less than that keeps it:
 * to ask for more takes rights. Where even to ask for less is forbidden, as by services that may not set resources, all
 * stays as it is.
 *
 * @param niceness from 0, as all others are, to 19
 */
export function giveWay(niceness: number, set: typeof setPriority = setPriority): void {
  if (process.platform !== 'linux') return;
  try {
    if (getPriority() < niceness) set(niceness);
  } catch {
    // It only makes builds quicker.
  }
}
