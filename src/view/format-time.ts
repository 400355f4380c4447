const ISO_UTC = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?::\d\d(?:\.\d+)?)?Z$/;

/**
 * An ISO 8601 time to the minute, in UTC: `2026-07-01 06:00 UTC`. Times with another offset are converted;
 * text that is no time comes back as it is, so that nothing is hidden.
 */
export function formatTime(iso: string): string {
  const [, day, minute] = ISO_UTC.exec(iso) ?? [];
  if (day !== undefined && minute !== undefined) return `${day} ${minute} UTC`;
  const milliseconds = Date.parse(iso);
  if (Number.isNaN(milliseconds)) return iso;
  const utc = new Date(milliseconds).toISOString();
  return `${utc.slice(0, 10)} ${utc.slice(11, 16)} UTC`;
}
