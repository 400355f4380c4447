import { LIVE } from '../messages/live.ts';
import { formatDuration } from '../view/format-duration.ts';
import { formatTime } from '../view/format-time.ts';
import { element, link } from './element.ts';
import { showRelativeTimes } from './relative-times.ts';

const words = LIVE.status;
const INTERVAL_MS = 10_000;

/** What is shown of `/-/status.json`. */
interface Status {
  readonly state: keyof typeof words.states;
  readonly since: string | null;
  readonly problem: Problem | null;
  readonly next_try_at: string | null;
  readonly release: { readonly id: string } | null;
  readonly held: boolean;
  readonly skipped: readonly { readonly path: string; readonly reason: string }[];
  readonly builds: readonly Build[];
}

interface Build {
  readonly started_at: string | null;
  readonly seconds: number;
  readonly result: keyof typeof words.results;
  readonly release: string | null;
  readonly changed_files: number | null;
  readonly problem: Problem | null;
}

interface Problem {
  readonly message: string;
  readonly hint: string | null;
}

const KINDS = {
  starting: 'none',
  standby: 'none',
  waiting: 'warn',
  building: 'none',
  up_to_date: 'success',
  failed: 'error',
  stopped: 'warn',
} as const;
const RESULT_KINDS = {
  published: 'success',
  unchanged: 'none',
  held: 'warn',
  failed: 'error',
} as const;

/** Shows on the page of artifacts how the server keeps the site up to date, as long as it tells. */
export function startLiveStatus(): void {
  const place = document.querySelector<HTMLElement>('[data-live-status]');
  const href = place?.dataset['liveStatus'];
  if (place === null || href === undefined) return;
  let shown = '';
  const update = async (): Promise<void> => {
    if (document.hidden) return;
    const text = await textAt(href);
    // What was shown last stays: better old than nothing.
    if (text === null || text === shown) return;
    shown = text;
    place.replaceChildren(...rendered(JSON.parse(text) as Status, href));
    showRelativeTimes(place);
  };
  void update();
  setInterval(() => void update(), INTERVAL_MS);
  document.addEventListener('visibilitychange', () => void update());
}

async function textAt(href: string): Promise<string | null> {
  try {
    const response = await fetch(href, { cache: 'no-cache' });
    return response.ok ? await response.text() : null;
  } catch {
    return null;
  }
}

function rendered(status: Status, href: string): HTMLElement[] {
  const { state, since, problem, release, next_try_at: nextTry, held, skipped, builds } = status;
  const facts = element('dl', 'facts');
  const fact = (title: string, ...content: (Node | string)[]): void => {
    facts.append(element('div', '', element('dt', '', title), element('dd', 'flow', ...content)));
  };
  fact(words.state, mark(KINDS[state], words.states[state]), ` ${words.meanings[state]}`);
  if (problem !== null) fact(words.problem, problem.message, hintOf(problem));
  if (since !== null) fact(words.since, time(since));
  if (nextTry !== null) fact(words.nextTry, time(nextTry));
  if (release !== null) fact(words.release, element('code', '', release.id));
  if (held) fact(words.rollback, words.held);
  for (const { path, reason } of skipped) {
    fact(words.skipped, element('code', '', path), ` ${reason}`);
  }
  const json = element('p', 'mt-2', link(words.json, href));
  return builds.length === 0 ? [facts, json] : [facts, tableOf(builds), json];
}

function tableOf(builds: readonly Build[]): HTMLElement {
  const heads = [words.started, words.result, words.took, words.changed, words.release];
  const body = builds.map((build) => {
    const { started_at: startedAt, seconds, result, release, changed_files: changed } = build;
    return element(
      'tr',
      '',
      element('th', '', startedAt === null ? '–' : time(startedAt)),
      element(
        'td',
        '',
        mark(RESULT_KINDS[result], words.results[result]),
        ...(build.problem === null ? [] : [element('div', 'muted', build.problem.message)]),
      ),
      element('td', 'num', formatDuration(seconds)),
      element('td', 'num', changed === null || changed === 0 ? '–' : words.files(changed)),
      element('td', '', release === null ? '–' : element('code', '', release)),
    );
  });
  for (const row of body) row.querySelector('th')?.setAttribute('scope', 'row');
  const cells = heads.map((head, at) => {
    const cell = element('th', at === 2 || at === 3 ? 'num' : '', head);
    cell.setAttribute('scope', 'col');
    return cell;
  });
  const region = element(
    'div',
    'scroll',
    element(
      'table',
      'data',
      element('caption', 'sr', words.builds),
      element('thead', '', element('tr', '', ...cells)),
      element('tbody', '', ...body),
    ),
  );
  region.setAttribute('role', 'region');
  region.setAttribute('aria-label', words.builds);
  region.tabIndex = 0;
  return region;
}

function mark(kind: string, word: string): HTMLElement {
  return element('span', `st st-${kind}`, word);
}

function hintOf({ hint }: Problem): HTMLElement {
  return element('div', 'muted', hint ?? '');
}

function time(iso: string): HTMLElement {
  const made = element('time', '', formatTime(iso));
  made.setAttribute('datetime', iso);
  return made;
}
