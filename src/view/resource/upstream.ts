import type { RuleResult } from '../../health/build-report.ts';
import type { HealthState } from '../../health/health.ts';
import { SECTIONS } from '../../messages/resource-sections.ts';
import type { Resource } from '../../project/resource.ts';
import { statusRank } from '../../runs/status.ts';
import { currentStatus, type ViewContext } from '../context.ts';
import { severityRank } from '../health/build-health-page.ts';
import { rulesOf } from '../health/rules-of.ts';
import { STATES_WORST_FIRST } from '../health/state-counts.ts';
import type { TestTally } from '../list/list-item.ts';
import type { StatusView } from '../status-view.ts';
import { testName, testsOf } from './tests.ts';

const WORDS = SECTIONS.exposure;
const MOST_TESTS = 5;

/** Everything that an exposure rests on, and how well it stands. */
export interface Upstream {
  /** How many resources lie above it. */
  readonly count: number;
  /** How many of them are in each state of health, worst first; none where there are none. */
  readonly states: readonly { readonly state: HealthState; readonly count: number }[];
  /** What fails or warns, worst first. */
  readonly troubles: readonly Trouble[];
  /** The tests that watch them, by their newest results. */
  readonly tests: TestTally;
  /** Rules that find something in them or in their tests, most severe first. */
  readonly debt: readonly { readonly rule: RuleResult; readonly count: number }[];
}

/** Something above an exposure that fails or warns, by its own last result or by its tests. */
export interface Trouble {
  readonly uniqueId: string;
  readonly status: StatusView;
  readonly reasons: readonly string[];
}

/** A page, its JSON, the list and the fingerprint ask for the same. */
const made = new WeakMap<ViewContext, Map<string, Upstream>>();

/** All that lies above a resource: its health, what of it is in trouble, its tests, and what rules find. */
export function upstreamOf(resource: Resource, context: ViewContext): Upstream {
  const known = made.get(context) ?? new Map<string, Upstream>();
  made.set(context, known);
  const before = known.get(resource.uniqueId);
  if (before !== undefined) return before;
  const found = look(ancestorsOf(resource, context), context);
  known.set(resource.uniqueId, found);
  return found;
}

function look(ancestors: readonly Resource[], context: ViewContext): Upstream {
  const states = new Map<HealthState, number>();
  const tests = new Set<string>();
  for (const resource of ancestors) {
    const state = context.health.of(resource.uniqueId)?.state;
    if (state !== undefined) states.set(state, (states.get(state) ?? 0) + 1);
    for (const id of testsOf(resource, context)) tests.add(id);
  }
  return {
    count: ancestors.length,
    states: STATES_WORST_FIRST.flatMap((state) => {
      const count = states.get(state);
      return count === undefined ? [] : [{ state, count }];
    }),
    troubles: ancestors
      .flatMap((resource) => troubleOf(resource, context) ?? [])
      .sort(
        (a, b) =>
          statusRank(a.status.kind) - statusRank(b.status.kind) ||
          (a.uniqueId < b.uniqueId ? -1 : 1),
      ),
    tests: tallyOf(tests, context),
    debt: debtOf([...ancestors.map(({ uniqueId }) => uniqueId), ...tests], context),
  };
}

/** Everything that a resource depends on, directly or not. */
export function ancestorsOf(resource: Resource, { project }: ViewContext): Resource[] {
  const seen = new Map<string, Resource | undefined>();
  const queue = [...resource.parents];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    if (seen.has(id)) continue;
    const parent = project.resources.get(id);
    seen.set(id, parent);
    queue.push(...(parent?.parents ?? []));
  }
  return [...seen.values()].flatMap((found) => found ?? []);
}

/** Tests by what their newest results say. */
export function tallyOf(tests: Iterable<string>, context: ViewContext): TestTally {
  const tally = { passing: 0, failing: 0, warning: 0, other: 0 };
  for (const id of tests) {
    const kind = currentStatus(context, id)?.kind;
    if (kind === 'success') tally.passing += 1;
    else if (kind === 'error') tally.failing += 1;
    else if (kind === 'warn') tally.warning += 1;
    else tally.other += 1;
  }
  return tally;
}

function debtOf(ids: readonly string[], context: ViewContext): Upstream['debt'] {
  const found = rulesOf(context);
  const counts = new Map<RuleResult, number>();
  for (const id of ids) {
    for (const rule of found.get(id) ?? []) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  }
  return context
    .healthReport()
    .rules.flatMap((rule) => {
      const count = counts.get(rule);
      return count === undefined ? [] : [{ rule, count }];
    })
    .sort((a, b) => severityRank(a.rule.severity) - severityRank(b.rule.severity));
}

function troubleOf(resource: Resource, context: ViewContext): Trouble | null {
  const own = currentStatus(context, resource.uniqueId);
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
    : {
        uniqueId: resource.uniqueId,
        status: worst.status,
        reasons: found.map(({ reason }) => reason),
      };
}

function isBad({ kind }: StatusView): boolean {
  return kind === 'error' || kind === 'warn';
}
