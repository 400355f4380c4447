/** A time as ISO 8601 in UTC with milliseconds; null when it isn't one. dbt's times without a zone are UTC. */
export function isoTime(text: string | null): string | null {
  const ms = epochMilliseconds(text);
  return ms === null ? null : new Date(Math.floor(ms)).toISOString();
}

/** Seconds from one time to another, to the microsecond; null when one is unknown or the clock ran backwards. */
export function secondsBetween(from: string | null, to: string | null): number | null {
  const start = epochMilliseconds(from);
  const end = epochMilliseconds(to);
  if (start === null || end === null || end < start) return null;
  return Math.round((end - start) * 1000) / 1e6;
}

/** Some thirty years: whatever is longer is no measurement. */
const LONGEST_SECONDS = 1e9;

/** A duration that makes sense: not negative, and shorter than any run; null otherwise. */
export function duration(seconds: number | null): number | null {
  return seconds !== null && seconds >= 0 && seconds < LONGEST_SECONDS ? seconds : null;
}

/** ISO 8601 writes years with four digits. */
const FIRST_YEAR = Date.parse('0001-01-01');
const LAST_YEAR = Date.parse('9999-12-31');

/** Milliseconds since 1970 with a fraction, as a `Date` drops the microseconds that dbt writes. */
function epochMilliseconds(text: string | null): number | null {
  if (text === null) return null;
  const hasZone = /(?:z|[+-]\d{2}:?\d{2})$/i.test(text);
  const ms = Date.parse(hasZone ? text : `${text.trim().replace(' ', 'T')}Z`);
  if (Number.isNaN(ms) || ms < FIRST_YEAR || ms > LAST_YEAR) return null;
  const microseconds = /\.\d{3}(\d{1,3})/.exec(text)?.[1] ?? '';
  return ms + Number(`0.${microseconds || '0'}`);
}
