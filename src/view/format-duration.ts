const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * A duration as a reader says it, never more than two units: `340 ms`, `1.24 s`, `3 min 12 s`, `2 h 5 min`, `3 d 4 h`.
 * Seconds in; a duration that isn't a finite number is a dash.
 */
export function formatDuration(seconds: number): string {
  if (!Number.isFinite(seconds)) return '—';
  return seconds < 0 ? `−${formatPositive(-seconds)}` : formatPositive(seconds);
}

function formatPositive(seconds: number): string {
  const milliseconds = Math.round(seconds * 1000);
  if (milliseconds === 0) return seconds === 0 ? '0 ms' : '< 1 ms';
  if (milliseconds < 1000) return `${milliseconds} ms`;
  const hundredths = Math.round(seconds * 100) / 100;
  if (hundredths < 10) return `${hundredths.toFixed(2)} s`;
  const tenths = Math.round(seconds * 10) / 10;
  if (tenths < MINUTE) return `${tenths.toFixed(1)} s`;
  const whole = Math.round(seconds);
  if (whole < HOUR) return twoUnits(whole, MINUTE, 'min', 1, 's');
  const minutes = Math.round(seconds / MINUTE) * MINUTE;
  if (minutes < DAY) return twoUnits(minutes, HOUR, 'h', MINUTE, 'min');
  return twoUnits(Math.round(seconds / HOUR) * HOUR, DAY, 'd', HOUR, 'h');
}

/** `seconds` in a large unit and the rest in a small one; a rest of zero is left out. */
function twoUnits(
  seconds: number,
  large: number,
  largeName: string,
  small: number,
  smallName: string,
): string {
  const rest = Math.floor((seconds % large) / small);
  const head = `${Math.floor(seconds / large)} ${largeName}`;
  return rest === 0 ? head : `${head} ${rest} ${smallName}`;
}
