import { createHash } from 'node:crypto';
import { createWriteStream, renameSync, rmSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ArtifactNotFetched } from '../errors/live-catalogue.ts';
import { SiteError } from '../errors/site-error.ts';
import type { ArtifactAddress } from './live-settings.ts';
import { requestArtifact } from './request-artifact.ts';

/** Artifacts at addresses, kept as files of a folder. */
export interface FetchedArtifacts {
  /**
   * Asks for each file whether it changed, and fetches those that did. Waits longer and longer
   * between attempts that fail, and does nothing in between.
   *
   * @returns a text that changes with the files
   */
  readonly look: () => Promise<string>;
  /** Why the last attempt failed; null when it did not. */
  readonly problem: () => SiteError | null;
}

export interface FetchEffects {
  readonly fetch: typeof fetch;
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number;
  /** From 0 to 1. */
  readonly random: () => number;
}

/** What is known of one file. */
interface Known {
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly sha256: string;
}

const FIRST_WAIT_MS = 2000;
const LONGEST_WAIT_MS = 600_000;

/**
 * @param folder where the files are kept; named by the last part of their addresses
 * @param headers sent with each request; a redirect to another host does not get them
 */
export function fetchArtifacts(
  addresses: readonly ArtifactAddress[],
  folder: string,
  headers: Readonly<Record<string, string>>,
  effects: FetchEffects,
): FetchedArtifacts {
  const known = new Map<string, Known>();
  let problem: SiteError | null = null;
  let failures = 0;
  let notBefore = 0;

  const lookOnce = async (): Promise<void> => {
    const changes: Change[] = [];
    const apply = (): void => {
      for (const { name, now } of changes) {
        const isSame = now?.sha256 === known.get(name)?.sha256;
        if (now === null) rmSync(join(folder, name), { force: true });
        else if (!isSame) renameSync(partOf(folder, name), join(folder, name));
        if (now === null) known.delete(name);
        else known.set(name, now);
      }
    };
    try {
      for (const address of addresses) {
        const change = await fetchChange(address, folder, known, headers, effects);
        if (change !== null) changes.push(change);
      }
      apply();
    } catch (error) {
      // New files beside old ones would be of two runs; beside none, they are better than nothing.
      if (known.size === 0) apply();
      throw error;
    } finally {
      for (const { name } of changes) rmSync(partOf(folder, name), { force: true });
    }
  };
  return {
    async look() {
      if (effects.now() >= notBefore) {
        try {
          await lookOnce();
          [problem, failures, notBefore] = [null, 0, 0];
        } catch (error) {
          const failure =
            error instanceof FetchFailure ? error : new FetchFailure(null, reasonOf(error));
          problem = failure;
          const wait = Math.min(FIRST_WAIT_MS * 2 ** failures, LONGEST_WAIT_MS);
          failures += 1;
          // Not all at the same moment, after a failure that hit many.
          const jittered = wait * (0.5 + effects.random() / 2);
          notBefore = effects.now() + Math.max(jittered, failure.retryAfterMs);
        }
      }
      return [...known].map(([name, { sha256 }]) => `${name} ${sha256}`).join('\n');
    },
    problem: () => problem,
  };
}

class FetchFailure extends SiteError {
  readonly retryAfterMs: number;
  constructor(address: URL | null, reason: string, retryAfterMs = 0) {
    // Neither a password nor a signature.
    const shown = address === null ? 'ARTIFACTS_URL' : `${address.origin}${address.pathname}`;
    super(ArtifactNotFetched, ArtifactNotFetched.message(shown, reason));
    this.retryAfterMs = retryAfterMs;
  }
}

/** What one look found out about a file: `now` is null when it is gone. */
interface Change {
  readonly name: string;
  readonly now: Known | null;
}

/** Fetches a file beside its place if it changed; null if it did not. */
async function fetchChange(
  { url, name, isGuess }: ArtifactAddress,
  folder: string,
  known: ReadonlyMap<string, Known>,
  headers: Readonly<Record<string, string>>,
  effects: FetchEffects,
): Promise<Change | null> {
  const before = known.get(name);
  const part = partOf(folder, name);
  try {
    await mkdir(folder, { recursive: true });
    const conditions = {
      ...(before?.etag ? { 'if-none-match': before.etag } : {}),
      ...(before?.lastModified ? { 'if-modified-since': before.lastModified } : {}),
    };
    const response = await requestArtifact(url, headers, conditions, effects);
    const { status } = response;
    if (status === 200 && response.body !== null) {
      const sha256 = await writeBody(response.body, part);
      const etag = response.headers.get('etag');
      return { name, now: { etag, lastModified: response.headers.get('last-modified'), sha256 } };
    }
    await response.body?.cancel();
    if (status === 304 && before !== undefined) return null;
    // Object storage says 403 of what is not there to who may not list what is.
    const isGone =
      status === 404 || status === 410 || (status === 403 && isGuess && before === undefined);
    // dbt writes the others only by some of its commands.
    const isManifest = name.startsWith('manifest.json');
    if (isGone && !isManifest) return before === undefined ? null : { name, now: null };
    const reason =
      isGone && status !== 403 ? 'there is nothing' : `the answer is ${String(status)}`;
    throw new FetchFailure(url, reason, patienceOf(response.headers));
  } catch (error) {
    rmSync(part, { force: true });
    if (error instanceof FetchFailure) throw error;
    throw new FetchFailure(url, reasonOf(error));
  }
}

/** @returns the hash of what was written */
async function writeBody(body: ReadableStream<Uint8Array>, place: string): Promise<string> {
  const hash = createHash('sha256');
  const hashed = async function* (): AsyncGenerator<Uint8Array> {
    for await (const chunk of body) {
      hash.update(chunk);
      yield chunk;
    }
  };
  await pipeline(hashed, createWriteStream(place));
  return hash.digest('hex');
}

/** How many milliseconds `Retry-After` asks for: it holds seconds, or a date by the server's clock. */
function patienceOf(headers: Headers): number {
  const asked = headers.get('retry-after') ?? '';
  const wait = /^\d+$/.test(asked)
    ? Number(asked) * 1000
    : Date.parse(asked) - Date.parse(headers.get('date') ?? '');
  return Number.isFinite(wait) ? Math.min(Math.max(wait, 0), LONGEST_WAIT_MS) : 0;
}

function partOf(folder: string, name: string): string {
  return join(folder, `${name}.part`);
}

/** `fetch failed` alone helps nobody. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}
