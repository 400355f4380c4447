import type { RoundResult } from './live-site.ts';

/** What {@link buildWhileSettling} needs. */
export interface EarlyBuildEffects {
  /** Takes a fingerprint of the artifacts; empty when there are none. */
  readonly look: () => Promise<string>;
  /** Returns early when the signal is aborted. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  /**
   * Builds from a copy of the artifacts, and publishes what came of it unless `mayPublish` says no.
   * Has ended soon after its signal was aborted.
   */
  readonly build: (mayPublish: () => Promise<boolean>, signal: AbortSignal) => Promise<RoundResult>;
}

export interface EarlyBuildOptions {
  /** The fingerprint that is new. */
  readonly seen: string;
  /** The one that was built from before. */
  readonly known: string;
  /** How long artifacts must be still before what was made of them is published. */
  readonly settleMs: number;
  /** How many looks at them that takes. Each may ask other people's servers. */
  readonly looks: number;
}

export interface EarlyBuild {
  /** The fingerprint of what was built from. */
  readonly seen: string;
  readonly round: RoundResult;
}

interface Attempt {
  readonly round: Promise<RoundResult>;
  readonly still: (isStill: boolean) => void;
  readonly giveUp: () => Promise<void>;
}

/**
 * Builds as soon as something new is seen, and publishes it when the artifacts have been still for long enough: dbt
 * writes them in place, and large ones take their time. When they change before, the build is given up; the next one
 * begins when they have been still for a part of the time, and for a longer part each time.
 *
 * @returns what was built; null when `signal` was aborted, and when there is nothing new after all
 */
export async function buildWhileSettling(
  { seen: first, known, settleMs, looks }: EarlyBuildOptions,
  { look, sleep, build }: EarlyBuildEffects,
  signal: AbortSignal,
): Promise<EarlyBuild | null> {
  let seen = first;
  let attempt: Attempt | null = null;
  let calmBefore = 0;
  for (let calm = 0; !signal.aborted;) {
    if (calm >= calmBefore) attempt ??= begin(build, signal);
    if (attempt !== null && calm >= looks) {
      attempt.still(true);
      return { seen, round: await attempt.round };
    }
    await sleep(settleMs / looks, signal);
    const now = signal.aborted ? seen : await look();
    if (now === seen) {
      calm++;
      continue;
    }
    calm = 0;
    if (attempt !== null) calmBefore = Math.min(looks, Math.max(1, calmBefore * 2));
    await attempt?.giveUp();
    attempt = null;
    seen = now;
    if (seen === known || seen === '') return null;
  }
  await attempt?.giveUp();
  return null;
}

function begin(build: EarlyBuildEffects['build'], signal: AbortSignal): Attempt {
  const stopping = new AbortController();
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const round = build(() => promise, AbortSignal.any([signal, stopping.signal]));
  // Looked at when it is its turn.
  round.catch(() => undefined);
  return {
    round,
    still: resolve,
    giveUp: async () => {
      stopping.abort();
      resolve(false);
      await round;
    },
  };
}
