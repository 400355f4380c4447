import type { JwtOptions } from './options.ts';

/** A header line: name and value. */
export type HeaderLine = readonly [name: string, value: string];

/**
 * The token of a request: from the header, and only without one from the cookie.
 *
 * @param lines every header line as it came
 * @returns null when there is none, or more than one to choose from
 */
export function findToken(
  lines: readonly HeaderLine[],
  place: Pick<JwtOptions, 'header' | 'cookie'>,
): string | null {
  const values = lines
    .filter((line) => line[0].toLowerCase() === place.header)
    .map((line) => line[1]);
  if (values.length > 1) return null;
  const value = values[0];
  if (value !== undefined) return place.header === 'authorization' ? bearer(value) : value;
  return place.cookie === null ? null : cookieValue(lines, place.cookie);
}

function bearer(value: string): string | null {
  const found = /^bearer +([\w.-]+)$/i.exec(value);
  return found?.[1] ?? null;
}

function cookieValue(lines: readonly HeaderLine[], name: string): string | null {
  const found: string[] = [];
  lines
    .filter((line) => line[0].toLowerCase() === 'cookie')
    .forEach((line) => {
      line[1].split(';').forEach((pair) => {
        const at = pair.indexOf('=');
        // Names are compared as they are written: "Token" and "token" are two cookies.
        if (at >= 0 && pair.slice(0, at).trim() === name) found.push(pair.slice(at + 1).trim());
      });
    });
  // A neighbouring site can set a second cookie of the same name: neither is believed.
  const only = found[0];
  return found.length === 1 && only !== undefined ? only : null;
}
