import { LAYERS } from '../../config/health.ts';
import { HEALTH_STATES } from '../../health/health.ts';
import { LINEAGE } from '../../messages/lineage.ts';
import { compareText } from '../../project/order.ts';
import type { Resource } from '../../project/resource.ts';
import { holdsData } from '../../project/resource-types.ts';
import { STATUS_KINDS, statusRank, type StatusKind } from '../../runs/status.ts';
import { currentStatus, type ViewContext } from '../context.ts';
import { testsOf } from '../resource/tests.ts';
import type { LensId, LensValue, LensView } from './lens.ts';

/** Every lens of a site, with what it says of each node of the graph; those that say nothing of any are left out. */
export function buildLenses(context: ViewContext): LensView[] {
  const resources = context.graph.ids.map((id) => context.project.resources.get(id) ?? null);
  return [
    category('materialized', resources, materializedOf),
    statusLens(context),
    category(
      'tests',
      resources,
      (resource) => testWord(resource, context),
      TEST_WORDS.map(([value, kind]) => ({ value, kind })),
    ),
    freshnessLens(context),
    category(
      'health',
      resources,
      ({ uniqueId }) => context.health.of(uniqueId)?.state ?? null,
      HEALTH_STATES.map((value) => ({ value, kind: null })),
    ),
    category('owner', resources, ({ owner }) => owner?.name ?? null),
    category('access', resources, ({ details }) =>
      details.kind === 'node' ? details.access : null,
    ),
    category(
      'layer',
      resources,
      ({ uniqueId }) => context.layerOf(uniqueId),
      LAYERS.map((value) => ({ value, kind: null })),
    ),
    durationLens(context),
    category('schema', resources, ({ relation }) => relation?.schema ?? null),
    category('color', resources, ({ nodeColor }) => nodeColor),
  ].filter(({ nodes }) => nodes.some((value) => value !== null));
}

/** How dbt builds a resource; null for what it doesn't build, and where the artifact doesn't say. */
export function materializedOf(resource: Resource | undefined): string | null {
  return resource?.details.kind === 'node' ? resource.details.materialized : null;
}

/** A lens of words. Without an order of its own, what most nodes have comes first. */
function category(
  lens: LensId,
  resources: readonly (Resource | null)[],
  read: (resource: Resource) => string | null,
  order: readonly LensValue[] | null = null,
): LensView {
  const words = resources.map((resource) => (resource === null ? null : read(resource)));
  const counts = new Map<string, number>();
  for (const word of words) if (word !== null) counts.set(word, (counts.get(word) ?? 0) + 1);
  const values =
    order?.filter(({ value }) => counts.has(value)) ??
    [...counts]
      .sort(([a, x], [b, y]) => y - x || compareText(a, b))
      .map(([value]) => ({ value, kind: null }));
  const at = new Map(values.map(({ value }, index) => [value, index]));
  return {
    lens,
    values,
    unit: null,
    nodes: words.map((word) => (word === null ? null : (at.get(word) ?? null))),
  };
}

function statusLens(context: ViewContext): LensView {
  const words = new Map<string, StatusKind>();
  for (const id of context.graph.ids) {
    const status = currentStatus(context, id);
    if (status !== null) words.set(status.word, status.kind);
  }
  const values = [...words]
    .sort(([a, x], [b, y]) => statusRank(x) - statusRank(y) || compareText(a, b))
    .map(([value, kind]) => ({ value, kind }));
  const at = new Map(values.map(({ value }, index) => [value, index]));
  return {
    lens: 'status',
    values,
    unit: null,
    nodes: context.graph.ids.map((id) => at.get(currentStatus(context, id)?.word ?? '') ?? null),
  };
}

function freshnessLens({ graph, history }: ViewContext): LensView {
  const words = ['error', 'runtime error', 'warn', 'pass'];
  const found = graph.ids.map((id) => history.latestFreshness(id)?.result.status ?? null);
  for (const word of found) if (word !== null && !words.includes(word)) words.push(word);
  const values = words
    .filter((word) => found.includes(word))
    .map((value) => ({ value, kind: kindOf(value) }));
  const at = new Map(values.map(({ value }, index) => [value, index]));
  return {
    lens: 'freshness',
    values,
    unit: null,
    nodes: found.map((word) => (word === null ? null : (at.get(word) ?? null))),
  };
}

function kindOf(word: string): StatusKind {
  if (word === 'pass') return 'success';
  return STATUS_KINDS.find((kind) => word.endsWith(kind)) ?? 'none';
}

function durationLens({ graph, history }: ViewContext): LensView {
  return {
    lens: 'duration',
    values: [],
    unit: 'seconds',
    nodes: graph.ids.map((id) => history.latest(id)?.result.executionTime ?? null),
  };
}

/** What the tests of a resource say together, worst first. */
const TEST_WORDS: readonly (readonly [string, StatusKind])[] = [
  [LINEAGE.tests.failing, 'error'],
  [LINEAGE.tests.warning, 'warn'],
  [LINEAGE.tests.notRun, 'skipped'],
  [LINEAGE.tests.passing, 'success'],
  [LINEAGE.tests.none, 'none'],
];

function testWord(resource: Resource, context: ViewContext): string | null {
  const ids = testsOf(resource, context);
  const words = LINEAGE.tests;
  if (ids.length === 0) return holdsData(resource.resourceType) ? words.none : null;
  const kinds = ids.map((id) => currentStatus(context, id)?.kind ?? 'none');
  if (kinds.includes('error')) return words.failing;
  if (kinds.includes('warn')) return words.warning;
  return kinds.includes('success') ? words.passing : words.notRun;
}
