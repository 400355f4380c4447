import type { IncomingHttpHeaders } from 'node:http';

/** A page as the scanner sees it, over HTTPS and by its own host. */
export interface ScannedPage {
  readonly headers: IncomingHttpHeaders;
  readonly html: string;
}

/** How a part of the score came about. */
export interface Verdict {
  readonly test: string;
  readonly result: string;
  readonly points: number;
}

/**
 * The score that MDN's HTTP Observatory gives, by its published rules: the tests in src/analyzer/tests
 * and the points in src/grader/charts.js of github.com/mdn/mdn-http-observatory. A page starts
 * with 100 points; what is good beyond that counts from 90 points on. 100 and more is A+.
 *
 * What depends on the proxy that ends TLS (redirection to HTTPS, certificates) counts as done.
 */
export function observatoryScore(page: ScannedPage): { score: number; verdicts: Verdict[] } {
  const verdicts = [
    policy(page),
    framing(page),
    transport(page),
    referrer(page),
    resourcePolicy(page),
    sniffing(page),
    sharing(page),
    cookies(page),
    scripts(page),
  ];
  const sum = (of: readonly Verdict[]): number => of.reduce((all, { points }) => all + points, 0);
  const base = 100 + sum(verdicts.filter(({ points }) => points < 0));
  const extra = sum(verdicts.filter(({ points }) => points > 0));
  return { score: Math.max(0, base >= 90 ? base + extra : base), verdicts };
}

const BROAD = ['*', 'http:', 'https:', 'ftp:', 'http://*', 'https://*'];
const INLINE = ["'unsafe-inline'", 'data:'];

function directives({ headers }: ScannedPage): Map<string, string[]> {
  const text = String(headers['content-security-policy'] ?? '');
  return new Map(
    text
      .split(';')
      .map((directive) => directive.trim().toLowerCase().split(/\s+/))
      .filter(([name]) => name !== '')
      .map(([name = '', ...sources]) => [name, sources]),
  );
}

function policy(page: ScannedPage): Verdict {
  const test = 'content-security-policy';
  const csp = directives(page);
  if (csp.size === 0) return { test, result: 'none', points: -25 };
  const sources = (name: string): string[] => csp.get(name) ?? csp.get('default-src') ?? ['*'];
  const has = (name: string, unsafe: readonly string[]): boolean =>
    sources(name).some((source) => unsafe.includes(source));
  if (has('script-src', [...BROAD, ...INLINE]) || has('object-src', BROAD)) {
    return { test, result: 'unsafe-inline', points: -20 };
  }
  const all = [...csp.values()].flat();
  if (all.some((source) => source.startsWith('http:'))) {
    return { test, result: 'insecure-scheme', points: -20 };
  }
  if (has('script-src', ["'unsafe-eval'"]) || has('style-src', ["'unsafe-eval'"])) {
    return { test, result: 'unsafe-eval', points: -10 };
  }
  if (has('style-src', [...BROAD, ...INLINE])) {
    return { test, result: 'unsafe-inline-in-style-src-only', points: 0 };
  }
  const isClosed = csp.get('default-src')?.join() === "'none'";
  return isClosed
    ? { test, result: 'no-unsafe-default-src-none', points: 10 }
    : { test, result: 'no-unsafe', points: 5 };
}

function framing(page: ScannedPage): Verdict {
  const test = 'x-frame-options';
  const ancestors = directives(page).get('frame-ancestors');
  if (ancestors !== undefined && !ancestors.some((source) => BROAD.includes(source))) {
    return { test, result: 'implemented-via-csp', points: 5 };
  }
  const isSet = /^(deny|sameorigin)$/i.test(String(page.headers['x-frame-options'] ?? ''));
  return { test, result: isSet ? 'sameorigin-or-deny' : 'none', points: isSet ? 0 : -20 };
}

function transport({ headers }: ScannedPage): Verdict {
  const test = 'strict-transport-security';
  const age = /max-age=(\d+)/.exec(headers['strict-transport-security'] ?? '')?.[1];
  if (age === undefined) return { test, result: 'none', points: -20 };
  const isLong = Number(age) >= 15_768_000;
  return { test, result: isLong ? 'six-months' : 'short', points: isLong ? 0 : -10 };
}

function referrer({ headers }: ScannedPage): Verdict {
  const test = 'referrer-policy';
  const value = String(headers['referrer-policy'] ?? '');
  if (value === '') return { test, result: 'none', points: 0 };
  const isPrivate =
    /^(no-referrer|same-origin|strict-origin|strict-origin-when-cross-origin)$/.test(value);
  return { test, result: isPrivate ? 'private' : 'unsafe', points: isPrivate ? 5 : -5 };
}

function resourcePolicy({ headers }: ScannedPage): Verdict {
  const test = 'cross-origin-resource-policy';
  const value = String(headers['cross-origin-resource-policy'] ?? 'none');
  const points = /^same-(origin|site)$/.test(value) ? 10 : 0;
  return { test, result: value, points: /^(none|cross-origin)$/.test(value) ? 0 : points || -5 };
}

function sniffing({ headers }: ScannedPage): Verdict {
  const value = String(headers['x-content-type-options'] ?? 'none');
  return { test: 'x-content-type-options', result: value, points: value === 'nosniff' ? 0 : -5 };
}

function sharing({ headers }: ScannedPage): Verdict {
  const test = 'cross-origin-resource-sharing';
  const credentials = headers['access-control-allow-credentials'] === 'true';
  const origin = headers['access-control-allow-origin'] ?? 'none';
  return { test, result: origin, points: origin !== 'none' && credentials ? -50 : 0 };
}

function cookies({ headers }: ScannedPage): Verdict {
  const isSet = headers['set-cookie'] !== undefined;
  return { test: 'cookies', result: isSet ? 'found' : 'none', points: isSet ? -40 : 0 };
}

function scripts({ html }: ScannedPage): Verdict {
  const sources = [...html.matchAll(/<script[^>]*\ssrc="([^"]*)"/g)].map(([, src = '']) => src);
  const isOwn = sources.every((src) => src.startsWith('/') && !src.startsWith('//'));
  const result = isOwn ? 'all-of-this-origin' : 'of-other-origins';
  return { test: 'subresource-integrity', result, points: isOwn ? 0 : -50 };
}
