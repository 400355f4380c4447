import type { BuildEffects } from '../build/build-effects.ts';
import type { LoadSelection } from './load-selection.ts';
import type { LoadSite } from './load-site.ts';

export interface Writable {
  readonly isTTY: boolean;
  write(text: string): void;
}

/** Everything that commands need of the world; tests pass their own. */
export interface CliEffects {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdout: Writable;
  readonly stderr: Writable;
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number;
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  /**
   * From the call on, Ctrl+C does not end the process but aborts this signal, for commands that
   * have something to close. A second Ctrl+C ends the process.
   */
  readonly untilInterrupted: () => AbortSignal;
  readonly version: string;
  /** Folder of the compiled renderer. */
  readonly rendererDir: string;
  readonly build: BuildEffects;
  readonly loadSite: LoadSite;
  readonly loadSelection: LoadSelection;
}
