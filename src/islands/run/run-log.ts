import { RUN } from '../../messages/run.ts';
import { element } from '../element.ts';
import { announce } from '../live-region.ts';
import { filterLog, type LoggedEntry, type LogFilter, parseLog } from './parse-log.ts';

/** Entries that are drawn at once; a filter finds the rest. */
const MOST_ENTRIES = 500;

const LEVEL_NAMES = ['debug', 'info', 'warn', 'error'];

/** Adds a filter by level, node and words to a run's log. The log is fetched when a reader first asks for it. */
export function startRunLog(place: HTMLElement): void {
  const { log: href = '' } = place.dataset;
  const { log: words } = RUN;
  const search = document.createElement('input');
  search.type = 'search';
  search.className = 'filter';
  search.placeholder = words.search;
  search.setAttribute('aria-label', words.search);
  const level = selectOf(words.level, [
    ['', words.allLevels],
    ...LEVEL_NAMES.map((name): [string, string] => [name, name]),
  ]);
  const node = selectOf(words.node, [['', words.allNodes]]);
  const count = element('output', 'muted');
  const lines = element('ol', 'log-lines');
  lines.tabIndex = 0;
  lines.setAttribute('aria-label', words.label);
  lines.hidden = true;
  const bar = element('div', 'log-bar', search, level, node, count);
  bar.setAttribute('role', 'search');
  for (const made of [bar, lines]) made.dataset['added'] = '';

  let entries: Promise<readonly LoggedEntry[]> | null = null;
  const filter = (): LogFilter => ({ level: level.value, node: node.value, words: search.value });
  const draw = async (): Promise<void> => {
    entries ??= fetchLog(href).then((read) => {
      addNodes(node, read);
      return read;
    });
    let read: readonly LoggedEntry[];
    try {
      read = await entries;
    } catch {
      entries = null;
      count.textContent = words.failed;
      announce(words.failed);
      return;
    }
    const wanted = filter();
    const found = filterLog(read, wanted);
    place.querySelector('details')?.setAttribute('hidden', '');
    lines.hidden = false;
    lines.replaceChildren(...found.slice(0, MOST_ENTRIES).map(lineOf));
    const rest = found.length > MOST_ENTRIES ? `, ${words.first(MOST_ENTRIES)}` : '';
    count.textContent = words.shown(found.length, read.length) + rest;
    remember(wanted);
  };
  for (const control of [level, node]) control.addEventListener('change', () => void draw());
  search.addEventListener('input', () => void draw());
  // The nodes are known only from the log.
  node.addEventListener('focus', () => void draw(), { once: true });

  document.addEventListener('click', ({ target }) => {
    const wanted =
      target instanceof Element ? target.closest<HTMLElement>('[data-log-node]') : null;
    if (wanted === null) return;
    void draw().then(() => {
      node.value = wanted.dataset['logNode'] ?? '';
      return draw();
    });
  });

  place.prepend(bar, lines);
  const params = new URLSearchParams(location.search);
  const [asked, askedNode, askedLevel] = ['log', 'log-node', 'log-level'].map((name) =>
    params.get(name),
  );
  if (asked === null && askedNode === null && askedLevel === null) return;
  search.value = asked ?? '';
  level.value = askedLevel ?? '';
  void draw().then(() => {
    node.value = askedNode ?? '';
    return draw();
  });
}

async function fetchLog(href: string): Promise<LoggedEntry[]> {
  const response = await fetch(href);
  if (!response.ok) throw new Error(`${href} is ${response.status}`);
  return parseLog(await response.text());
}

function selectOf(
  name: string,
  options: readonly (readonly [string, string])[],
): HTMLSelectElement {
  const select = document.createElement('select');
  select.setAttribute('aria-label', name);
  for (const [value, text] of options) select.append(new Option(text, value));
  return select;
}

function addNodes(select: HTMLSelectElement, entries: readonly LoggedEntry[]): void {
  const ids = new Set(entries.flatMap(({ uniqueId }) => uniqueId ?? []));
  for (const id of [...ids].sort()) select.append(new Option(id, id));
}

function lineOf({ at, level, uniqueId, message }: LoggedEntry): HTMLElement {
  const line = element(
    'li',
    `log-${level}`,
    element('span', 'muted', at ?? '—'),
    element('b', '', level),
    element('span', 'log-message', message),
  );
  if (uniqueId !== null) line.title = uniqueId;
  return line;
}

/** The filter stands in the URL, so that a link shows the same. */
function remember({ level, node, words }: LogFilter): void {
  const params = new URLSearchParams(location.search);
  const set = (name: string, value: string): void => {
    if (value === '') params.delete(name);
    else params.set(name, value);
  };
  set('log', words.trim());
  set('log-node', node);
  set('log-level', level);
  const text = params.toString();
  const search = text === '' ? '' : `?${text}`;
  history.replaceState(null, '', location.pathname + search + location.hash);
}
