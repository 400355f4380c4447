import { TIMELINE } from '../../messages/timeline.ts';
import { formatDuration } from '../../view/format-duration.ts';
import { typeClass, typeCode } from '../../view/format-type.ts';
import { button, element, link } from '../element.ts';
import { type BarsJson, resultHref } from './timeline-json.ts';

/** Parents that are named, the last to end first. */
const MOST_PARENTS = 8;

/** What the chosen node did, and what it waited for. */
export function panelOf(
  bars: BarsJson,
  chosen: number | null,
  choose: (node: number | null) => void,
): Node[] {
  const { panel } = TIMELINE;
  const node = chosen === null ? undefined : bars.nodes[chosen];
  if (chosen === null || node === undefined) return [element('p', 'muted', TIMELINE.choose)];
  const time = (seconds: number | null): string =>
    seconds === null ? '—' : formatDuration(seconds);
  const facts: [string, string | Node][] = [
    [panel.status, element('span', `st st-${node.kind}`, node.status)],
    [panel.starts, time(node.start)],
    [panel.took, time(node.execution_time)],
    [panel.compile, time(node.compile_time)],
    [panel.execute, time(node.execute_time)],
    [panel.waited, time(node.waited)],
  ];
  const thread = node.lane === null ? null : (bars.threads[node.lane] ?? null);
  if (thread !== null) facts.push([panel.thread, thread]);
  const list = element('dl', 'tl-facts');
  for (const [label, value] of facts) {
    list.append(element('div', '', element('dt', '', label), element('dd', '', value)));
  }
  const title = element(
    'h3',
    '',
    element('span', `ty ${typeClass(node.resource_type)}`, typeCode(node.resource_type)),
    ' ',
    link(node.name, node.href, 'name'),
  );
  const close = button('×', panel.close, () => choose(null));
  close.className = 'tl-close';
  return [
    element('div', 'tl-panel-head', title, close),
    list,
    ...(node.message === null ? [] : [element('p', 'message', node.message)]),
    ...parentsOf(bars, node.parents, choose),
    element('p', '', link(panel.inResults, resultHref(bars, chosen))),
  ];
}

function parentsOf(
  { nodes }: BarsJson,
  parents: readonly number[],
  choose: (node: number) => void,
): Node[] {
  const { panel } = TIMELINE;
  const ended = parents
    .map((parent) => ({ parent, node: nodes[parent], end: nodes[parent]?.end ?? null }))
    .sort((a, b) => (b.end ?? -1) - (a.end ?? -1) || a.parent - b.parent);
  if (ended.length === 0) return [];
  const items = ended.slice(0, MOST_PARENTS).map(({ parent, node, end }, at) => {
    const name = button(node?.name ?? '', node?.name ?? '', () => choose(parent));
    name.className = 'tl-parent name';
    const when = [
      ...(end === null ? [node?.status ?? ''] : [panel.endsAt(formatDuration(end))]),
      ...(at === 0 && ended.length > 1 && end !== null ? [panel.last] : []),
    ].join(', ');
    return element('li', '', name, element('small', 'muted', when));
  });
  const more = ended.length - items.length;
  return [
    element('h4', '', panel.waitedFor),
    element('ul', '', ...items),
    ...(more > 0 ? [element('p', 'muted', panel.moreParents(more))] : []),
  ];
}
