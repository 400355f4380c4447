import { RUNS } from '../../messages/runs.ts';
import {
  ALL_RUNS,
  filterRuns,
  readRunFilter,
  type RunFilter,
  type RunNodes,
  runsHaving,
  writeRunFilter,
} from '../../view/runs/filter-runs.ts';
import { runDays } from '../../view/runs/run-days.ts';
import { announce } from '../live-region.ts';
import { showRelativeTimes } from '../relative-times.ts';
import { fetchRunItems } from './fetch-runs.ts';
import { dayRows } from './run-rows.ts';

/** Rows that are drawn at once, as many as a static page has. */
const MOST_ROWS = 500;
const NAMES = ['status', 'command', 'target', 'from', 'to', 'node'] as const;

/** Fetches the whole list of runs and has the form and the URL decide what of it is shown. */
export async function openRunFilter(list: HTMLElement, form: HTMLFormElement): Promise<void> {
  const { runs: json = '', nodes: nodesHref = '', list: href = '' } = list.dataset;
  const output = form.querySelector('output');
  const table = list.querySelector('table');
  const clear = form.querySelector<HTMLButtonElement>('button[type=reset]');
  const controls = NAMES.flatMap((name) => {
    const control = form.elements.namedItem(name);
    return control instanceof HTMLInputElement || control instanceof HTMLSelectElement
      ? [{ name, control }]
      : [];
  });
  if (table === null) return;
  const say = (text: string): void => {
    output?.replaceChildren(text);
    announce(text);
  };
  let items: Awaited<ReturnType<typeof fetchRunItems>>;
  try {
    items = await fetchRunItems(json);
  } catch {
    say(RUNS.filter.failed);
    return;
  }
  const headings = [...table.querySelectorAll<HTMLElement>('thead th')].length;
  let nodes: Promise<RunNodes> | null = null;
  const having = async (text: string): Promise<ReadonlySet<string> | null> => {
    if (text.trim() === '') return null;
    nodes ??= fetchNodes(nodesHref);
    return runsHaving(await nodes, text);
  };

  const read = (): RunFilter => {
    const values = controls.map(({ name, control }) => [name, control.value] as const);
    return { ...ALL_RUNS, ...Object.fromEntries(values) };
  };
  const write = (filter: RunFilter): void => {
    for (const { name, control } of controls) control.value = filter[name];
  };
  let turn = 0;
  const draw = async (filter: RunFilter): Promise<void> => {
    turn += 1;
    const mine = turn;
    let have: ReadonlySet<string> | null;
    try {
      have = await having(filter.node);
    } catch {
      nodes = null;
      say(RUNS.filter.failed);
      return;
    }
    // Somebody typed on while the nodes were being loaded.
    if (mine !== turn) return;
    const found = filterRuns(items, filter, have);
    for (const body of [...table.tBodies]) body.remove();
    table.append(...runDays(found.slice(0, MOST_ROWS)).map((day) => dayRows(day, headings, table)));
    showRelativeTimes(table);
    list.querySelector('.pagination')?.remove();
    if (clear !== null) clear.hidden = writeRunFilter(filter) === '';
    const rest = found.length > MOST_ROWS ? `, ${RUNS.filter.first(MOST_ROWS)}` : '';
    say(
      found.length === 0 ? RUNS.filter.none : RUNS.filter.shown(found.length, items.length) + rest,
    );
  };
  const change = (): void => {
    const filter = read();
    history.replaceState(null, '', href + writeRunFilter(filter));
    void draw(filter);
  };
  form.addEventListener('input', change);
  form.addEventListener('reset', () => {
    write(ALL_RUNS);
    setTimeout(change);
  });
  addEventListener('popstate', () => {
    write(readRunFilter(location.search));
    void draw(read());
  });
  // What was typed while the list was being loaded counts more than the URL.
  if (writeRunFilter(read()) !== '') change();
  else if (writeRunFilter(readRunFilter(location.search)) !== '') {
    write(readRunFilter(location.search));
    await draw(read());
  }
}

async function fetchNodes(href: string): Promise<RunNodes> {
  const response = await fetch(href);
  if (!response.ok) throw new Error(`${href} is ${response.status}`);
  // The site's own file, written by the same release as this script.
  return (await response.json()) as RunNodes;
}
