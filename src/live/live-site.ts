import { publishRelease, dropNext } from '../build/publish/publish-release.ts';
import { heldRelease, shownRelease } from '../build/publish/releases.ts';
import type { StateFolder } from '../build/publish/state-folder.ts';
import { readHashes, recordPath } from '../build/record.ts';
import type { LiveStatus } from '../emit/schemas/live.ts';
import { ArtifactIncomplete, TooManyPagesFailed } from '../errors/live-catalogue.ts';
import { SiteError } from '../errors/site-error.ts';
import { copyArtifacts } from './copy-artifacts.ts';
import { type BuildCommand, type BuildOutcome, runBuild } from './run-build.ts';
import { isoTime, type StatusFile } from './status-file.ts';

type Build = LiveStatus['builds'][number];
type Problem = NonNullable<Build['problem']>;

/** How a round ended. `mayPass`: it may go better another time without anything being changed. */
export type RoundResult =
  | { readonly kind: 'done'; readonly build: Build }
  | { readonly kind: 'failed'; readonly problem: Problem; readonly mayPass: boolean }
  | { readonly kind: 'waiting'; readonly problem: Problem }
  | { readonly kind: 'stopped' };

export interface LiveSite {
  readonly state: StateFolder;
  /** The folder that artifacts are copied from. */
  readonly source: string;
  readonly build: BuildCommand;
  readonly keepReleases: number;
  readonly status: StatusFile;
  /** What was copied, see `copyArtifacts`. */
  readonly copied: Map<string, string>;
}

export interface RoundEffects {
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number;
  readonly onBuildLine: (line: string) => void;
  /** Whether what was built is to be published; may take its time. */
  readonly mayPublish: () => Promise<boolean>;
}

/** A site with more pages that say that they failed, as a part of all, does not take the place of a good one. */
const MOST_FAILED = 0.1;

/** Copies the artifacts, builds from the copy, and publishes what came of it. */
export async function buildAndPublish(
  site: LiveSite,
  effects: RoundEffects,
  signal: AbortSignal,
): Promise<RoundResult> {
  const { state, status } = site;
  const [began, startedAt] = [effects.now(), isoTime(effects.clock())];
  status.update({ state: 'building', next_try_at: null });
  const result = await round(site, effects, signal).catch((error: unknown) => failureOf(error));
  if (result.kind === 'stopped' || result.kind === 'waiting') return result;
  if (signal.aborted) return { kind: 'stopped' };
  const build: Build = {
    started_at: startedAt,
    seconds: Math.round(effects.now() - began) / 1000,
    ...(result.kind === 'failed'
      ? { result: 'failed', release: null, changed_files: null, problem: result.problem }
      : {
          result: result.publication.result,
          release: result.publication.release,
          changed_files: result.publication.changed,
          problem: null,
        }),
  };
  // Whoever sees that the build is done finds its release.
  tellRelease(site);
  status.addBuild(build);
  if (result.kind === 'failed') {
    // What the next release was prepared in may be what the disk lacks.
    if (result.mayPass) await dropNext(state).catch(() => undefined);
    return result;
  }
  return { kind: 'done', build };
}

type Outcome =
  | Exclude<RoundResult, { kind: 'done' }>
  | { readonly kind: 'done'; readonly publication: Awaited<ReturnType<typeof publishRelease>> };

async function round(site: LiveSite, effects: RoundEffects, signal: AbortSignal): Promise<Outcome> {
  const { state, status, source, build } = site;
  const { unusable, skipped } = await copyArtifacts(source, state.artifacts, site.copied);
  status.update({ skipped: [...skipped] });
  const [first] = unusable;
  // Without any site, one of what can be read is better than none.
  if (first !== undefined && shownRelease(state) !== null) {
    const { name: code, hint } = ArtifactIncomplete;
    const message = ArtifactIncomplete.message(first.path, first.reason);
    return { kind: 'waiting', problem: { code, message, hint } };
  }
  const onDone = (): string | null => readHashes(recordPath(state.cache, state.work));
  const outcome = await runBuild(build, { onLine: effects.onBuildLine, onDone }, signal);
  if (signal.aborted || !(await effects.mayPublish())) return { kind: 'stopped' };
  if (outcome.kind === 'failed') return withoutPlaces(outcome, state);
  const { contents, pages, failedPages } = outcome;
  // Without any site, this one is better than none.
  if (failedPages.length > pages * MOST_FAILED && shownRelease(state) !== null) {
    const { name: code, hint } = TooManyPagesFailed;
    const message = TooManyPagesFailed.message(failedPages.length, pages, failedPages[0] ?? '');
    return { kind: 'failed', problem: { code, message, hint }, mayPass: false };
  }
  if (contents === null) throw new Error('The build left no record.');
  return { kind: 'done', publication: await publishRelease(state, contents) };
}

/** Readers of the site need not know where its parts lie on this machine. */
function withoutPlaces(
  { problem, ...rest }: Extract<BuildOutcome, { kind: 'failed' }>,
  { root, artifacts }: StateFolder,
): Outcome {
  const message = problem.message
    .replaceAll(`${artifacts}/`, '')
    .replaceAll(artifacts, 'the artifacts folder')
    .replaceAll(`${root}/`, '');
  return { ...rest, problem: { ...problem, message } };
}

function failureOf(error: unknown): Outcome {
  const [code, hint] = error instanceof SiteError ? [error.name, error.hint] : ['Defect', null];
  const message = error instanceof Error ? error.message : String(error);
  return { kind: 'failed', problem: { code, message, hint }, mayPass: true };
}

/** Writes down which release is shown. */
export function tellRelease({ state, status }: LiveSite): void {
  const id = shownRelease(state);
  status.update({ release: id === null ? null : { id }, held: heldRelease(state) !== null });
}
