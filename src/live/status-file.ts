import { readFileSync } from 'node:fs';
import { replaceFile } from '../build/replace-file.ts';
import { API_VERSION } from '../emit/api-version.ts';
import { type LiveStatus, liveStatusSchema } from '../emit/schemas/live.ts';

const MOST_BUILDS = 20;

/** Writes down how the site is kept up to date. */
export interface StatusFile {
  /** Writes what changed; the time that a state began is kept as long as the state is. */
  readonly update: (change: Partial<Omit<LiveStatus, 'api_version' | 'since' | 'builds'>>) => void;
  /** Puts a build before those that are told already. */
  readonly addBuild: (build: LiveStatus['builds'][number]) => void;
}

/**
 * @param path its last builds are taken over from a supervisor before this one
 * @param clock milliseconds since 1970
 */
export function openStatusFile(path: string, clock: () => number): StatusFile {
  let status: LiveStatus = {
    api_version: API_VERSION,
    state: 'starting',
    since: isoTime(clock()),
    problem: null,
    next_try_at: null,
    release: null,
    held: false,
    skipped: [],
    builds: buildsOf(path),
  };
  const write = (): void => {
    try {
      replaceFile(path, `${JSON.stringify(status, null, 2)}\n`);
    } catch {
      // A full disk, for one: it is written again with the next change.
    }
  };
  write();
  return {
    update(change) {
      const { state = status.state } = change;
      const since = state === status.state ? status.since : isoTime(clock());
      status = { ...status, ...change, since };
      write();
    },
    addBuild(build) {
      status = { ...status, builds: [build, ...status.builds].slice(0, MOST_BUILDS) };
      write();
    },
  };
}

/** In whole seconds. */
export function isoTime(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}

function buildsOf(path: string): LiveStatus['builds'] {
  try {
    const parsed = liveStatusSchema.safeParse(JSON.parse(readFileSync(path, 'utf8')));
    return parsed.success ? parsed.data.builds : [];
  } catch {
    return [];
  }
}
