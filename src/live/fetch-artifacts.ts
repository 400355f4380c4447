import { createHash } from 'node:crypto';
import { createWriteStream, renameSync, rmSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ArtifactNotFetched } from '../errors/live-catalogue.ts';
import { SiteError } from '../errors/site-error.ts';

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
const TIMEOUT_MS = 600_000;

/**
 * @param folder where the files are kept; named by the last part of their addresses
 * @param headers sent with each request; a redirect to another host does not get them
 */
export function fetchArtifacts(
  addresses: readonly URL[],
  folder: string,
  headers: Readonly<Record<string, string>>,
  effects: FetchEffects,
): FetchedArtifacts {
  const known = new Map<string, Known>();
  let problem: SiteError | null = null;
  let failures = 0;
  let notBefore = 0;

  const lookOnce = async (): Promise<void> => {
    await mkdir(folder, { recursive: true });
    for (const address of addresses) await update(address, folder, known, headers, effects);
  };
  return {
    async look() {
      if (effects.now() >= notBefore) {
        try {
          await lookOnce();
          [problem, failures, notBefore] = [null, 0, 0];
        } catch (error) {
          if (!(error instanceof FetchFailure)) throw error;
          problem = error;
          const wait = Math.min(FIRST_WAIT_MS * 2 ** failures, LONGEST_WAIT_MS);
          failures += 1;
          // Not all at the same moment, after a failure that hit many.
          const jittered = wait * (0.5 + effects.random() / 2);
          notBefore = effects.now() + Math.max(jittered, error.retryAfterMs);
        }
      }
      return [...known].map(([name, { sha256 }]) => `${name} ${sha256}`).join('\n');
    },
    problem: () => problem,
  };
}

class FetchFailure extends SiteError {
  readonly retryAfterMs: number;
  constructor(address: URL, reason: string, retryAfterMs = 0) {
    // Neither a password nor a signature.
    const shown = `${address.origin}${address.pathname}`;
    super(ArtifactNotFetched, ArtifactNotFetched.message(shown, reason));
    this.retryAfterMs = retryAfterMs;
  }
}

async function update(
  address: URL,
  folder: string,
  known: Map<string, Known>,
  headers: Readonly<Record<string, string>>,
  { fetch }: FetchEffects,
): Promise<void> {
  const name = nameOf(address);
  const place = join(folder, name);
  const before = known.get(name);
  const bare = new URL(address);
  const { username, password } = bare;
  [bare.username, bare.password] = ['', ''];
  const login = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  try {
    const response = await fetch(bare, {
      headers: {
        ...(username === '' ? {} : { authorization: `Basic ${btoa(login)}` }),
        ...headers,
        ...(before?.etag ? { 'if-none-match': before.etag } : {}),
        ...(before?.lastModified ? { 'if-modified-since': before.lastModified } : {}),
      },
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (response.status === 304 && before !== undefined) {
      await response.body?.cancel();
      return;
    }
    if (response.status === 404 || response.status === 410) {
      await response.body?.cancel();
      // dbt writes the others only by some of its commands.
      if (name.startsWith('manifest.json')) throw new FetchFailure(address, 'there is nothing');
      rmSync(place, { force: true });
      known.delete(name);
      return;
    }
    if (!response.ok || response.body === null) {
      await response.body?.cancel();
      const wait = Number(response.headers.get('retry-after') ?? 0) * 1000;
      const patience = Number.isFinite(wait) ? Math.min(Math.max(wait, 0), LONGEST_WAIT_MS) : 0;
      throw new FetchFailure(address, `the answer is ${String(response.status)}`, patience);
    }
    const hash = createHash('sha256');
    const body = response.body;
    const hashed = async function* (): AsyncGenerator<Uint8Array> {
      for await (const chunk of body) {
        hash.update(chunk);
        yield chunk;
      }
    };
    await pipeline(hashed, createWriteStream(`${place}.part`));
    const sha256 = hash.digest('hex');
    if (sha256 === before?.sha256) rmSync(`${place}.part`);
    else renameSync(`${place}.part`, place);
    known.set(name, {
      etag: response.headers.get('etag'),
      lastModified: response.headers.get('last-modified'),
      sha256,
    });
  } catch (error) {
    if (error instanceof FetchFailure || hasNoSpace(error)) throw error;
    throw new FetchFailure(address, reasonOf(error));
  } finally {
    rmSync(`${place}.part`, { force: true });
  }
}

function nameOf(address: URL): string {
  const name = decodeURIComponent(address.pathname.split('/').at(-1) ?? '');
  return name.replaceAll(/[^\w.-]/g, '_');
}

function hasNoSpace(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOSPC';
}

/** `fetch failed` alone helps nobody. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}
