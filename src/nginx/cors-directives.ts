import { addHeader, quoted } from './directive.ts';
import type { NginxSettings } from './settings.ts';

/** Scripts of the sites in the list may read this one, without cookies. */
export function corsDirectives(corsOrigins: NginxSettings['corsOrigins']): string[] {
  if (corsOrigins.length === 0) return [];
  const origins =
    corsOrigins === '*'
      ? ['"~." "*";']
      : corsOrigins.map((origin) => `${quoted(origin)} ${quoted(origin)};`);
  const onPreflight = (value: string): string => `default ""; "~^204 ." ${quoted(value)};`;
  const map = (of: string, name: string, entries: string): string =>
    `map ${of} $cors_${name} { ${entries} }`;
  return [
    map('$http_origin', 'origin', `default ""; ${origins.join(' ')}`),
    map('$cors_origin', 'exposed', 'default "ETag, Content-Range, Retry-After"; "" "";'),
    map('"$status $cors_origin"', 'methods', onPreflight('GET, HEAD, OPTIONS')),
    map(
      '"$status $cors_origin"',
      'headers',
      onPreflight('Accept, Authorization, If-None-Match, Range'),
    ),
    map('"$status $cors_origin"', 'age', onPreflight('86400')),
    addHeader('Vary', 'Origin'),
    addHeader('Access-Control-Allow-Origin', '$cors_origin'),
    addHeader('Access-Control-Expose-Headers', '$cors_exposed'),
    addHeader('Access-Control-Allow-Methods', '$cors_methods'),
    addHeader('Access-Control-Allow-Headers', '$cors_headers'),
    addHeader('Access-Control-Max-Age', '$cors_age'),
  ];
}
