import { rmSync } from 'node:fs';
import { dropLeftLock } from '../build/lock.ts';
import { tidyReleases } from '../build/publish/publish-release.ts';
import { heldRelease, shownRelease } from '../build/publish/releases.ts';
import type { StateFolder } from '../build/publish/state-folder.ts';
import { LOCK_FILE } from '../build/site-folder.ts';
import {
  artifactsFingerprint,
  fileIdentity,
  untilArtifactsChange,
} from '../build/watch-artifacts.ts';
import type { LiveStatus } from '../emit/schemas/live.ts';
import { StateNotWritable } from '../errors/live-catalogue.ts';
import { SiteError } from '../errors/site-error.ts';
import { buildWhileSettling, type EarlyBuild, type EarlyBuildEffects } from './early-build.ts';
import { fetchArtifacts, type FetchedArtifacts } from './fetch-artifacts.ts';
import {
  buildAndPublish,
  type LiveSite,
  type RoundEffects,
  type RoundResult,
  tellRelease,
} from './live-site.ts';
import type { LiveSettings } from './live-settings.ts';
import type { BuildCommand } from './run-build.ts';
import { lockState, type StateLock } from './state-lock.ts';
import { isoTime, openStatusFile } from './status-file.ts';

type Problem = NonNullable<LiveStatus['problem']>;

export interface LiveOptions {
  readonly state: StateFolder;
  /** Absolute path of the artifacts folder; not looked at where they are fetched. */
  readonly artifacts: string;
  /** The configuration file, whose changes count as well; null when there is none. */
  readonly configFile: string | null;
  readonly build: BuildCommand;
  readonly settings: LiveSettings;
  /** Ends after one build. */
  readonly once: boolean;
}

export interface LiveEffects extends Omit<RoundEffects, 'mayPublish'> {
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly random: () => number;
  readonly fetch: typeof fetch;
  /** Gives back what a build took: until the next one little happens, and V8 would keep it for long. */
  readonly collectGarbage: () => void;
  /** Told of what happens. */
  readonly tell: (event: LiveEvent) => void;
}

export type LiveEvent =
  | { readonly kind: 'standby' }
  | { readonly kind: 'problem'; readonly problem: Problem; readonly nextTryMs: number | null }
  | { readonly kind: 'done'; readonly build: LiveStatus['builds'][number] };

const FIRST_RETRY_MS = 15_000;
const LONGEST_RETRY_MS = 600_000;
/** How often a folder is looked at while it has to be still. */
const LOOKS = 4;

/**
 * Keeps a site up to date until `signal` is aborted.
 *
 * @returns how the last round ended; null when there was none
 */
export async function supervise(
  options: LiveOptions,
  effects: LiveEffects,
  signal: AbortSignal,
): Promise<RoundResult | null> {
  const { state, settings } = options;
  const status = openStatusFile(state.status, effects.clock);
  const fetched =
    settings.addresses.length === 0
      ? null
      : fetchArtifacts(settings.addresses, state.fetched, settings.headers, effects);
  const site: LiveSite = {
    state,
    source: fetched === null ? options.artifacts : state.fetched,
    build: options.build,
    keepReleases: settings.keepReleases,
    status,
    copied: new Map(),
  };
  tellRelease(site);
  let refusal = '';
  const lock = await lockState(
    state.root,
    {
      ...effects,
      waiting: () => {
        status.update({ state: 'standby' });
        effects.tell({ kind: 'standby' });
      },
      refused: ({ message: reason }, nextTryMs) => {
        const { name: code, hint } = StateNotWritable;
        const message = StateNotWritable.message(state.root, reason);
        if (options.once) throw new SiteError(StateNotWritable, message);
        const problem = { code, message, hint };
        const next = isoTime(effects.clock() + nextTryMs);
        status.update({ state: 'failed', problem, next_try_at: next });
        if (message !== refusal) effects.tell({ kind: 'problem', problem, nextTryMs });
        refusal = message;
      },
    },
    signal,
  );
  if (lock === null) return null;
  status.update({ problem: null, next_try_at: null });
  try {
    // Of builds of another supervisor. One that goes on although that was killed is waited for.
    for (const folder of [state.work, state.history]) dropLeftLock(folder, LOCK_FILE);
    for (const folder of [state.artifacts, state.fetched]) {
      rmSync(folder, { recursive: true, force: true });
    }
    return await rounds(site, { fetched, lock, options }, effects, signal);
  } finally {
    if (lock.isHeld()) status.update({ state: 'stopped', next_try_at: null });
    lock.release();
  }
}

async function rounds(
  site: LiveSite,
  {
    fetched,
    lock,
    options,
  }: { fetched: FetchedArtifacts | null; lock: StateLock; options: LiveOptions },
  effects: LiveEffects,
  signal: AbortSignal,
): Promise<RoundResult | null> {
  const { state, status } = site;
  const { configFile, settings } = options;
  const { pollMs, settleMs } = settings;
  let retries = 0;
  let retryAt = Infinity;
  let failures = 0;
  let told = '';
  let toldRelease = '';
  const look = async (): Promise<string> => {
    if (effects.now() >= retryAt) [retries, retryAt] = [retries + 1, Infinity];
    const visible = `${String(shownRelease(state))} ${String(heldRelease(state))}`;
    // A rollback, which another process does.
    if (visible !== toldRelease) tellRelease(site);
    toldRelease = visible;
    const artifacts = await (fetched?.look() ?? artifactsFingerprint(options.artifacts));
    const problem = fetched?.problem() ?? null;
    if (problem !== null && problem.message !== told) {
      const { name: code, message, hint } = problem;
      status.update({ problem: { code, message, hint } });
      effects.tell({ kind: 'problem', problem: { code, message, hint }, nextTryMs: null });
    }
    told = problem?.message ?? '';
    // Nothing is not news: a folder may be gone for a moment while it is mounted anew.
    if (artifacts === '') return '';
    return [artifacts, configFile === null ? '' : fileIdentity(configFile), retries].join('\n');
  };
  const build: EarlyBuildEffects['build'] = (mayPublish, until) => {
    const isOurs = async (): Promise<boolean> => (await mayPublish()) && lock.isHeld();
    return buildAndPublish(site, { ...effects, mayPublish: isOurs }, until);
  };
  const nextBuild = async (known: string): Promise<EarlyBuild | null> => {
    const pause = (): Promise<void> => effects.sleep(pollMs, signal);
    const seen = await untilArtifactsChange(known, look, pause, signal);
    if (seen === null) return null;
    const looks = fetched === null ? LOOKS : 1;
    const { sleep } = effects;
    return buildWhileSettling({ seen, known, settleMs, looks }, { look, sleep, build }, signal);
  };

  let known = '';
  let last: RoundResult | null = null;
  for (let isFirst = true; ; isFirst = false) {
    if (!isFirst || shownRelease(state) !== null) status.update({ state: idleState(last) });
    else status.update({ state: 'waiting' });
    // Where nothing is shown yet, every second counts; what is half written is found out later.
    const isUrgent = options.once || (isFirst && shownRelease(state) === null);
    const at = isUrgent ? await look() : '';
    const next =
      at !== '' || options.once
        ? { seen: at, round: await build(() => Promise.resolve(true), signal) }
        : await nextBuild(known);
    if (next === null && signal.aborted) return last;
    if (next === null) continue;
    known = next.seen;
    const { round } = next;
    if (round.kind === 'stopped') return last;
    last = round;
    failures = round.kind === 'failed' && round.mayPass ? failures + 1 : 0;
    const wait = Math.min(FIRST_RETRY_MS * 2 ** (failures - 1), LONGEST_RETRY_MS);
    retryAt = failures === 0 ? Infinity : effects.now() + wait;
    const nextTryMs = failures === 0 ? null : wait;
    status.update({
      state: idleState(round),
      problem: round.kind === 'done' ? null : round.problem,
      next_try_at: nextTryMs === null ? null : isoTime(effects.clock() + nextTryMs),
    });
    if (round.kind === 'done') effects.tell({ kind: 'done', build: round.build });
    else effects.tell({ kind: 'problem', problem: round.problem, nextTryMs });
    await tidyReleases(state, site.keepReleases, effects.clock()).catch(() => undefined);
    effects.collectGarbage();
    if (options.once) return round;
  }
}

function idleState(last: RoundResult | null): LiveStatus['state'] {
  if (last === null) return 'starting';
  if (last.kind === 'failed') return 'failed';
  return last.kind === 'waiting' ? 'waiting' : 'up_to_date';
}
