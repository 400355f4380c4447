import { COMFORTS } from '../messages/comforts.ts';

const UNITS = [
  ['y', 31_557_600],
  ['mo', 2_629_800],
  ['d', 86_400],
  ['h', 3600],
  ['min', 60],
] as const;

/** From here on a time is told by its date. Milliseconds. */
const FAR = 60 * 86_400_000;

/** `2 h ago`, `in 3 d`; under a minute `just now`. Milliseconds since 1970. */
export function relativeTime(then: number, now: number): string {
  const seconds = Math.abs(now - then) / 1000;
  const unit = UNITS.find(([, length]) => seconds >= length);
  if (unit === undefined) return COMFORTS.justNow;
  const amount = `${Math.floor(seconds / unit[1])} ${unit[0]}`;
  return then <= now ? COMFORTS.ago(amount) : COMFORTS.ahead(amount);
}

/** How a time is shown in a running text or a table: relative while it is near, else its date. */
export function nearTime(then: number, now: number, absolute: string): string {
  return Math.abs(now - then) > FAR ? absolute.slice(0, 10) : relativeTime(then, now);
}

/** Shows every time below an element as seen from now; what it was stays in its title. */
export function showRelativeTimes(root: ParentNode = document): void {
  const now = Date.now();
  for (const time of root.querySelectorAll<HTMLTimeElement>('time[datetime]')) {
    const then = Date.parse(time.dateTime);
    if (Number.isNaN(then)) continue;
    if (time.dataset['absolute'] !== undefined) {
      time.title = relativeTime(then, now);
      continue;
    }
    if (time.title === '') time.title = time.textContent.trim();
    time.textContent = nearTime(then, now, time.title);
  }
}

function showAbsoluteTimes(): void {
  for (const time of document.querySelectorAll<HTMLTimeElement>('time[title]:not([data-absolute])'))
    time.textContent = time.title;
}

/** Keeps the times of the page relative, but for paper, where they would be wrong soon. */
export function startRelativeTimes(): void {
  showRelativeTimes();
  setInterval(() => showRelativeTimes(), 60_000);
  addEventListener('beforeprint', showAbsoluteTimes);
  addEventListener('afterprint', () => showRelativeTimes());
}
