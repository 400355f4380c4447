import { LIVE } from '../messages/live.ts';
import { button, element } from './element.ts';
import { announce } from './live-region.ts';

const MINUTE = 60_000;
const FIRST_MS = 5000;
/** Tabs that were opened together don't ask together. */
const JITTER = 0.5;
const LONGEST = 30 * MINUTE;
/** A server that fails this often in a row is left alone. */
const MOST_FAILURES = 6;

/**
 * Notices that the site was built again, and offers to load the page anew. Asks for `/build.json`,
 * which says what the site was made from, with the condition that it changed; only while the page
 * is looked at, and the less often the more it fails.
 */
export function startNewBuild(): void {
  const home = document.querySelector<HTMLAnchorElement>('.brand')?.href ?? '';
  if (!/^https?:/.test(location.protocol) || !URL.canParse(home)) return;
  const address = new URL('build.json', home).href;
  let known: string | null = null;
  let failures = 0;
  let askedAt: number | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const ask = async (): Promise<void> => {
    askedAt = Date.now();
    const now = await textAt(address);
    failures = now === null ? failures + 1 : 0;
    if (now === null) return;
    if (known !== null && known !== now) showNotice();
    known = now;
  };
  const plan = (): void => {
    clearTimeout(timer);
    if (askedAt === null || document.hidden || failures >= MOST_FAILURES) return;
    const interval = Math.min(MINUTE * 2 ** failures, LONGEST) * (1 + chance() * JITTER);
    // After a while in the background it is time at once, but not for all tabs in one moment.
    const wait = Math.max(askedAt + interval - Date.now(), chance() * 1500);
    timer = setTimeout(() => void ask().then(plan), wait);
  };
  document.addEventListener('visibilitychange', plan);
  // Readers who are gone by then ask nothing.
  setTimeout(() => void ask().then(plan), FIRST_MS);
}

/** From 0 to 1. */
function chance(): number {
  const [drawn = 0] = crypto.getRandomValues(new Uint32Array(1));
  return drawn / 2 ** 32;
}

async function textAt(address: string): Promise<string | null> {
  try {
    const response = await fetch(address, { cache: 'no-cache', priority: 'low' });
    return response.ok ? await response.text() : null;
  } catch {
    return null;
  }
}

const ID = 'new-build';

/** Shows the offer in a corner and has it read out; the focus stays where it is. */
function showNotice(): void {
  if (document.getElementById(ID) !== null) return;
  const notice = element('section', 'new-build', element('p', '', LIVE.newBuild));
  notice.id = ID;
  notice.setAttribute('aria-label', LIVE.newBuild);
  notice.append(
    button(LIVE.reload, LIVE.reload, () => {
      location.reload();
    }),
    button(LIVE.dismiss, LIVE.dismiss, () => {
      notice.remove();
    }),
  );
  document.body.append(notice);
  announce(LIVE.newBuild);
}
