import { open, realpath, type FileHandle } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { acceptedEncodings } from './accepted-encodings.ts';
import { contentType } from './content-type.ts';
import { preferredForm, type Form } from './preferred-form.ts';
import { resolvePath } from './resolve-path.ts';

export interface PreviewRequest {
  readonly method: string;
  /** Path and query. */
  readonly target: string;
  readonly accept: string | undefined;
  readonly acceptEncoding: string | undefined;
  readonly ifNoneMatch: string | undefined;
  readonly host: string | undefined;
}

export interface PreviewSite {
  /** Absolute path of the site's folder. */
  readonly root: string;
  /** Begins and ends with a slash. */
  readonly base: string;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** An open file is sent and then closed by whoever sends the answer. */
  readonly body: string | FileHandle | null;
}

/** As nginx.conf has it, but for the hash of nginx's own error pages: what would be refused there is refused here. */
const SECURITY_HEADERS = {
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; " +
    "img-src 'self' data:; connect-src 'self'; font-src 'self'; base-uri 'none'; " +
    "form-action 'self'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
} as const;

/** Answers one request for a file of the site, as the real server does. */
export async function answerRequest(request: PreviewRequest, site: PreviewSite): Promise<Answer> {
  const { method, accept } = request;
  const form = preferredForm(accept);
  const asJson = form === 'json';
  if (!isLocal(request.host)) {
    return problem(
      403,
      'This preview answers to this machine only, by the name localhost.',
      asJson,
    );
  }
  if (method !== 'GET' && method !== 'HEAD') {
    const answer = problem(405, `${method} is not allowed; GET and HEAD are.`, asJson);
    return { ...answer, headers: { ...answer.headers, Allow: 'GET, HEAD' } };
  }
  const target = resolvePath(request.target, site.base);
  switch (target.kind) {
    case 'bad':
      return problem(400, 'The path is not well-formed.', asJson);
    case 'redirect':
      return redirect(target.location, 302);
    case 'none':
      return notFound(site, asJson);
    case 'path': {
      const { path, query } = target;
      if (path !== '' && !path.endsWith('/')) {
        const isTwin = await isCompressedTwin(site.root, path);
        const file = isTwin ? null : await openForm(site.root, path, request);
        if (file !== null) return answerFile(file, path, request);
        const page = await openFile(site.root, `${path}/index.html`);
        if (page === null) return notFound(site, asJson);
        await page.close();
        const location = site.base + path.split('/').map(encodeURIComponent).join('/');
        if (form === 'html') return redirect(`${location}/${query}`, 301);
        return answerFolder(`${path}/`, request, site, form);
      }
      return answerFolder(path, request, site, form);
    }
  }
}

/** Compressed twins have no addresses of their own; artifacts that were compressed have. */
async function isCompressedTwin(root: string, path: string): Promise<boolean> {
  if (!/\.(gz|br)$/.test(path)) return false;
  if (!/^artifacts\/files\/.*\.gz$/.test(path)) return true;
  const plain = await openFile(root, path.slice(0, -'.gz'.length));
  await plain?.close();
  return plain !== null;
}

const ENDINGS: Readonly<Record<Exclude<Form, 'html'>, string>> = { json: '.json', markdown: '.md' };

/** A page, or the twin of it that the request prefers. */
async function answerFolder(
  folder: string,
  request: PreviewRequest,
  site: PreviewSite,
  form: Form,
): Promise<Answer> {
  const twins =
    form === 'html'
      ? []
      : [`${folder}index${ENDINGS[form]}`, `${folder.slice(0, -1)}${ENDINGS[form]}`];
  for (const file of [...twins, `${folder}index.html`]) {
    const opened = await openForm(site.root, file, request);
    if (opened !== null) return answerFile(opened, file, request);
  }
  return notFound(site, form === 'json');
}

/** A file as it is sent: itself, or what lies compressed beside it. */
interface OpenForm {
  readonly file: FileHandle;
  /** The token of HTTP; null for the file itself. */
  readonly encoding: string | null;
}

async function openForm(
  root: string,
  path: string,
  { acceptEncoding }: PreviewRequest,
): Promise<OpenForm | null> {
  const file = await openFile(root, path);
  if (file === null) return null;
  for (const { token, ending } of acceptedEncodings(acceptEncoding)) {
    const twin = await openFile(root, path + ending);
    if (twin === null) continue;
    await file.close();
    return { file: twin, encoding: token };
  }
  return { file, encoding: null };
}

async function answerFile(
  { file, encoding }: OpenForm,
  path: string,
  request: PreviewRequest,
): Promise<Answer> {
  const { size, mtimeMs } = await file.stat();
  const etag = `"${Math.floor(mtimeMs / 1000).toString(16)}-${size.toString(16)}"`;
  const isAsset = path.startsWith('_assets/');
  const headers = {
    ...SECURITY_HEADERS,
    ETag: etag,
    'Cache-Control': isAsset ? 'public, max-age=31536000, immutable' : 'no-cache',
    Vary: isAsset ? 'Accept-Encoding' : 'Accept, Accept-Encoding',
  };
  if (matches(request.ifNoneMatch, etag)) {
    await file.close();
    return { status: 304, headers, body: null };
  }
  const all = {
    ...headers,
    'Content-Type': contentType(path),
    'Content-Length': String(size),
    ...(encoding === null ? {} : { 'Content-Encoding': encoding }),
  };
  if (request.method === 'GET') return { status: 200, headers: all, body: file };
  await file.close();
  return { status: 200, headers: all, body: null };
}

/** Opens a regular file below the root; null when there is none, or a link leads out of the root. */
async function openFile(root: string, path: string): Promise<FileHandle | null> {
  try {
    const real = await realpath(join(root, path));
    if (!real.startsWith((await realpath(root)) + sep)) return null;
    const file = await open(real, 'r');
    if ((await file.stat()).isFile()) return file;
    await file.close();
    return null;
  } catch {
    return null;
  }
}

async function notFound(site: PreviewSite, asJson: boolean): Promise<Answer> {
  const page = asJson ? null : await openFile(site.root, '404.html');
  if (page === null) return problem(404, 'The site has nothing at this address.', asJson);
  const { size } = await page.stat();
  const headers = {
    ...SECURITY_HEADERS,
    'Cache-Control': 'no-store',
    'Content-Type': contentType('404.html'),
    'Content-Length': String(size),
    Vary: 'Accept',
  };
  return { status: 404, headers, body: page };
}

const TITLES: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
};

/** An error, for programs as RFC 9457 has it. */
function problem(status: number, detail: string, asJson: boolean): Answer {
  const title = TITLES[status] ?? '';
  const body = asJson
    ? `${JSON.stringify({ type: 'about:blank', title, status, detail })}\n`
    : `${String(status)} ${title}: ${detail}\n`;
  const headers = {
    ...SECURITY_HEADERS,
    'Cache-Control': 'no-store',
    'Content-Type': asJson ? 'application/problem+json' : 'text/plain; charset=utf-8',
    'Content-Length': String(Buffer.byteLength(body)),
    Vary: 'Accept',
  };
  return { status, headers, body };
}

function redirect(location: string, status: 301 | 302): Answer {
  const headers = {
    ...SECURITY_HEADERS,
    Location: location,
    'Cache-Control': 'no-cache',
    'Content-Length': '0',
    Vary: 'Accept',
  };
  return { status, headers, body: null };
}

function matches(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  const tags = ifNoneMatch.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return tags.includes('*') || tags.includes(etag);
}

/** Whether the request names this machine: pages of other sites must not read it under their name. */
function isLocal(host: string | undefined): boolean {
  return /^(localhost|[\w-]+\.localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i.test(host ?? '');
}
