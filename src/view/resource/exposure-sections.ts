import { SECTIONS } from '../../messages/resource-sections.ts';
import type { Resource } from '../../project/resource.ts';
import { statusRank } from '../../runs/status.ts';
import { linksCell, statusCell, textCell } from '../cells.ts';
import { currentStatus, type ViewContext } from '../context.ts';
import type { Section } from '../section.ts';
import type { StatusView } from '../status-view.ts';
import { tableSection } from './section-parts.ts';
import { testName, testsOf } from './tests.ts';

const WORDS = SECTIONS.exposure;
const MOST_ROWS = 50;
const MOST_TESTS = 5;

/** Something above an exposure that fails or warns, by its own last result or by its tests. */
export interface Trouble {
  readonly uniqueId: string;
  readonly status: StatusView;
  readonly reasons: readonly string[];
}

/** All that lies above a resource, and what of it is in trouble, worst first. */
export function upstreamTrouble(
  resource: Resource,
  context: ViewContext,
): { readonly count: number; readonly troubles: readonly Trouble[] } {
  const ids = ancestorsOf(resource, context);
  const troubles = ids
    .flatMap((id) => troubleOf(id, context) ?? [])
    .sort(
      (a, b) =>
        statusRank(a.status.kind) - statusRank(b.status.kind) || (a.uniqueId < b.uniqueId ? -1 : 1),
    );
  return { count: ids.length, troubles };
}

/** What stands between an exposure and being relied on. */
export function exposureSections(resource: Resource, context: ViewContext): Section[] {
  const { count, troubles } = upstreamTrouble(resource, context);
  const left = troubles.length - MOST_ROWS;
  const note = troubles.length === 0 ? WORDS.fine(count) : WORDS.some(troubles.length, count);
  return [
    tableSection(
      'upstream',
      WORDS.title,
      [SECTIONS.status, WORDS.resource, WORDS.why],
      troubles
        .slice(0, MOST_ROWS)
        .map(({ uniqueId, status, reasons }) => [
          statusCell(status),
          linksCell([context.links.link(uniqueId)]),
          textCell(reasons.join('; ')),
        ]),
      { note: left > 0 ? `${note} ${WORDS.left(left)}` : note },
    ),
  ];
}

function ancestorsOf(resource: Resource, { project }: ViewContext): string[] {
  const seen = new Set<string>();
  const queue = [...resource.parents];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    queue.push(...(project.resources.get(id)?.parents ?? []));
  }
  return [...seen];
}

function troubleOf(id: string, context: ViewContext): Trouble | null {
  const resource = context.project.resources.get(id);
  if (resource === undefined) return null;
  const own = currentStatus(context, id);
  const found: { readonly status: StatusView; readonly reason: string }[] = [];
  if (own !== null && isBad(own)) {
    const say = resource.resourceType === 'source' ? WORDS.freshness : WORDS.lastRun;
    found.push({ status: own, reason: say(own.word) });
  }
  const failing = testsOf(resource, context).flatMap((test) => {
    const status = currentStatus(context, test);
    return status !== null && isBad(status) ? [{ name: testName(test, context), status }] : [];
  });
  for (const [word, tests] of Map.groupBy(failing, ({ status }) => status.word)) {
    const [first] = tests;
    if (first === undefined) continue;
    const names = tests.slice(0, MOST_TESTS).map(({ name }) => name);
    found.push({ status: first.status, reason: WORDS.tests(names, word) });
  }
  const worst = found.toSorted((a, b) => statusRank(a.status.kind) - statusRank(b.status.kind))[0];
  return worst === undefined
    ? null
    : { uniqueId: id, status: worst.status, reasons: found.map(({ reason }) => reason) };
}

function isBad({ kind }: StatusView): boolean {
  return kind === 'error' || kind === 'warn';
}
