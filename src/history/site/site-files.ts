import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';

/** What tells whether a file changed: what a server said of it when it was last read. */
export interface Validators {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

/** What came of asking for a file. */
export type Answer =
  | { readonly state: 'read'; readonly text: string; readonly validators: Validators }
  /** It is as it was when the validators were given. */
  | { readonly state: 'unchanged' }
  | { readonly state: 'missing' };

/** Files of a published site, on a server or in a folder. */
export interface SiteFiles {
  /**
   * @param file below the site's base: `runs/index.json`
   * @throws Error whose message says why it can't be had
   */
  get(file: string, validators?: Validators): Promise<Answer>;
}

/** What asking a server needs of the world. */
export interface SiteFilesOptions {
  /** Sent with each request, as the site may not be public. They are sent to its own host only. */
  readonly headers: Readonly<Record<string, string>>;
  readonly fetch: typeof fetch;
  /** Waits before a request is tried again. */
  readonly pauseMs: number;
}

const TRIES = 3;
const TIMEOUT_MS = 60_000;
/** A run of 100,000 results takes some tens of megabytes. */
const LARGEST = 512 * 1024 * 1024;
const NO_VALIDATORS: Validators = { etag: null, lastModified: null };

/**
 * @param from address or absolute path of the site
 */
export function siteFiles(from: string, options: SiteFilesOptions): SiteFiles {
  const isRemote = /^https?:/i.test(from);
  const base = isRemote ? new URL(from) : pathToFileURL(from);
  if (!base.pathname.endsWith('/')) base.pathname += '/';
  base.search = '';
  base.hash = '';
  return {
    get: (file, validators = NO_VALIDATORS) => {
      const url = new URL(file, base);
      return isRemote ? ask(url, validators, options) : readLocal(url);
    },
  };
}

async function readLocal(url: URL): Promise<Answer> {
  try {
    const text = await readFile(url, 'utf8');
    return { state: 'read', text, validators: NO_VALIDATORS };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code === 'ENOENT' || code === 'ENOTDIR') return { state: 'missing' };
    throw error;
  }
}

/** An answer that may be another one in a moment. */
class Passing extends Error {}

async function ask(url: URL, validators: Validators, options: SiteFilesOptions): Promise<Answer> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await askOnce(url, validators, options);
    } catch (error) {
      if (!(error instanceof Passing) || attempt >= TRIES) throw error;
      await sleep(options.pauseMs * attempt);
    }
  }
}

async function askOnce(
  url: URL,
  { etag, lastModified }: Validators,
  options: SiteFilesOptions,
): Promise<Answer> {
  const isSecret = Object.keys(options.headers).length > 0;
  let response: Response;
  let text: string;
  try {
    response = await options.fetch(url, {
      headers: {
        accept: 'application/json',
        ...(etag === null ? {} : { 'if-none-match': etag }),
        ...(lastModified === null ? {} : { 'if-modified-since': lastModified }),
        ...options.headers,
      },
      // What proves who we are must not be carried to another host.
      redirect: isSecret ? 'manual' : 'follow',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (Number(response.headers.get('content-length') ?? 0) > LARGEST) {
      throw new RangeError(`${url.pathname} is larger than any run`);
    }
    text = response.ok ? await response.text() : '';
  } catch (error) {
    if (error instanceof RangeError) throw error;
    throw new Passing(reasonOf(error));
  }
  const { status } = response;
  if (status === 304) return { state: 'unchanged' };
  if (status === 404 || status === 410) return { state: 'missing' };
  if (status >= 300 && status < 400) {
    const place = response.headers.get('location') ?? 'elsewhere';
    throw new Error(`the server sends on to ${place}, where credentials are not sent`);
  }
  if (status === 401 || status === 403) {
    throw new Error(`the server answers ${status}: it wants to know who asks`);
  }
  if (status === 429 || status >= 500) throw new Passing(`the server answers ${status}`);
  if (!response.ok) throw new Error(`the server answers ${status}`);
  return {
    state: 'read',
    text,
    validators: {
      etag: response.headers.get('etag'),
      lastModified: response.headers.get('last-modified'),
    },
  };
}

/** `fetch` says why behind its back. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError') return `no answer within ${TIMEOUT_MS / 1000} s`;
  return error.cause instanceof Error ? error.cause.message || error.message : error.message;
}
