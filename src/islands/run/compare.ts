import { RUN } from '../../messages/run.ts';
import { formatNumber } from '../../messages/format-number.ts';
import { formatDuration } from '../../view/format-duration.ts';
import { formatTime } from '../../view/format-time.ts';
import { typeClass, typeCode } from '../../view/format-type.ts';
import { comparedGroups, type NamedResult } from '../../view/runs/compared-groups.ts';
import type { ComparedSide, ComparisonGroup } from '../../view/runs/comparison-view.ts';
import { timeChangeText } from '../../view/runs/time-change.ts';
import { button, element, link } from '../element.ts';
import { announce } from '../live-region.ts';
import { fetchBars } from './timeline-json.ts';

/** Nodes of each group that are named. */
const MOST_ROWS = 200;

/** What `/runs/index.json` says of a run, as far as one is chosen by it. */
interface RunJson {
  readonly id: string;
  readonly href: string;
  readonly command: string;
  readonly started_at: string | null;
  readonly result_count: number | null;
}

/** Lets a reader hold a run against any other; `?compare=<id>` does so at once. */
export function startComparison(place: HTMLElement): void {
  const { compare: runsHref = '' } = place.dataset;
  const open = async (wanted: string | null): Promise<void> => {
    opener.disabled = true;
    opener.textContent = RUN.comparison.loading;
    try {
      const runs = await fetchRuns(runsHref);
      const select = selectOf(runs);
      select.addEventListener('change', () => void compare(place, runs, select.value));
      label.append(select);
      opener.replaceWith(label);
      if (wanted === null) select.focus();
      else {
        select.value = wanted;
        await compare(place, runs, wanted);
      }
    } catch {
      opener.disabled = false;
      opener.textContent = RUN.comparison.choose;
      announce(RUN.comparison.failed);
    }
  };
  const opener = button(RUN.comparison.choose, RUN.comparison.choose, () => void open(null));
  opener.classList.add('choose-run');
  opener.dataset['added'] = '';
  const label = element('label', 'choose-run', `${RUN.comparison.choose} `);
  label.dataset['added'] = '';
  place.prepend(opener);
  const wanted = new URLSearchParams(location.search).get('compare');
  if (wanted !== null) void open(wanted);
}

/** All runs with results, newest first; this one among them. */
async function fetchRuns(first: string): Promise<RunJson[]> {
  const runs: RunJson[] = [];
  let next: string | null = new URL(first, location.href).href;
  while (next !== null) {
    const response: Response = await fetch(next);
    if (!response.ok) throw new Error(`${next} is ${response.status}`);
    // The site's own file, written by the same release as this script.
    const page = (await response.json()) as { items: readonly RunJson[]; next: string | null };
    runs.push(...page.items);
    next = page.next === null ? null : new URL(page.next, next).href;
  }
  return runs.filter(({ result_count: count }) => count !== 0 && count !== null);
}

/** Runs of the same command first: what somebody compares is usually that. */
function selectOf(runs: readonly RunJson[]): HTMLSelectElement {
  const own = runs.find(isThis)?.command;
  const others = runs.filter((run) => !isThis(run));
  const { same, other } = RUN.comparison.groups;
  const select = document.createElement('select');
  select.append(
    new Option('—', ''),
    groupOfRuns(
      same,
      others.filter(({ command }) => command === own),
    ),
    groupOfRuns(
      other,
      others.filter(({ command }) => command !== own),
    ),
  );
  return select;
}

function isThis({ href }: RunJson): boolean {
  return href === location.pathname;
}

function groupOfRuns(label: string, runs: readonly RunJson[]): HTMLOptGroupElement {
  const group = document.createElement('optgroup');
  group.label = label;
  group.hidden = runs.length === 0;
  group.append(...runs.map((run) => new Option(titleOf(run), run.id)));
  return group;
}

function titleOf({ command, started_at: startedAt }: RunJson): string {
  return startedAt === null ? command : `${formatTime(startedAt)} · ${command}`;
}

async function compare(place: HTMLElement, runs: readonly RunJson[], id: string): Promise<void> {
  const other = runs.find((run) => run.id === id);
  const shown = place.querySelector<HTMLElement>('[data-compared]');
  if (shown === null || other === undefined) return;
  const params = new URLSearchParams(location.search);
  params.set('compare', id);
  history.replaceState(null, '', `${location.pathname}?${params.toString()}${location.hash}`);
  let groups: ComparisonGroup[];
  try {
    const [before, after] = await Promise.all([
      fetchResults(`${other.href}timeline.json`),
      fetchResults(`${location.pathname}timeline.json`),
    ]);
    groups = comparedGroups(before, after, MOST_ROWS);
  } catch {
    announce(RUN.comparison.failed);
    shown.replaceChildren(element('p', 'note', RUN.comparison.failed));
    return;
  }
  const said = RUN.comparison.shown(
    other.command,
    other.started_at === null ? '—' : formatTime(other.started_at),
  );
  place.querySelector('[data-compared-with]')?.replaceChildren(link(said, other.href));
  shown.replaceChildren(
    ...(groups.length === 0 ? [element('p', '', RUN.comparison.noneFound)] : groups.map(groupOf)),
  );
  announce(said);
}

async function fetchResults(href: string): Promise<NamedResult[]> {
  const { nodes } = await fetchBars(href);
  return nodes.map((node) => ({
    link: {
      uniqueId: node.unique_id,
      name: node.name,
      resourceType: node.resource_type,
      href: node.href,
    },
    status: { word: node.status, kind: node.kind },
    executionTime: node.execution_time,
  }));
}

/** A group as RunComparison.astro makes it. */
function groupOf({ change, count, rows }: ComparisonGroup): HTMLElement {
  const { comparison: words } = RUN;
  const details = document.createElement('details');
  details.className = 'more';
  details.open = change !== 'new' && change !== 'gone';
  const head = element(
    'tr',
    '',
    ...[words.name, words.before, words.now, words.change].map((text, at) => {
      const cell = element('th', at === 3 ? 'num' : '', text);
      cell.setAttribute('scope', 'col');
      return cell;
    }),
  );
  const body = rows.map(({ link: node, before, after }) => {
    const code = element('span', `ty ${typeClass(node.resourceType)}`, typeCode(node.resourceType));
    const name = element(
      'th',
      '',
      element('span', 'ref', code, link(node.name, node.href, 'name')),
    );
    name.setAttribute('scope', 'row');
    const took = timeChangeText(before?.executionTime ?? null, after?.executionTime ?? null);
    return element(
      'tr',
      '',
      name,
      sideOf(before),
      sideOf(after),
      element('td', 'num', took ?? '—'),
    );
  });
  const table = element(
    'table',
    'data',
    element('caption', 'sr', words.changes[change]),
    element('thead', '', head),
    element('tbody', '', ...body),
  );
  details.append(
    element('summary', '', `${words.changes[change]}: ${formatNumber(count)}`),
    element('div', 'scroll', table),
    ...(count > rows.length ? [element('p', 'note', words.more(count - rows.length))] : []),
  );
  return details;
}

function sideOf(side: ComparedSide | null): HTMLElement {
  if (side === null) return element('td', 'muted', '—');
  const { status, executionTime } = side;
  const took = executionTime === null ? '' : formatDuration(executionTime);
  return element(
    'td',
    '',
    element('span', `st st-${status.kind}`, status.word, element('span', 'muted', took)),
  );
}
