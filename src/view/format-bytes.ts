const UNITS = ['B', 'kB', 'MB', 'GB', 'TB', 'PB'] as const;

/** A size in decimal units with three digits at most: `812 B`, `14.2 MB`. What isn't a size is a dash. */
export function formatBytes(bytes: number): string {
  if (!Number.isFinite(bytes) || bytes < 0) return '—';
  let value = bytes;
  let unit = 0;
  while (unit < UNITS.length - 1 && value >= 999.5) {
    value /= 1000;
    unit += 1;
  }
  const text =
    unit === 0 || value >= 99.95 ? String(Math.round(value)) : trimZero(value.toFixed(1));
  return `${text} ${UNITS[unit] ?? 'B'}`;
}

function trimZero(text: string): string {
  return text.endsWith('.0') ? text.slice(0, -2) : text;
}
