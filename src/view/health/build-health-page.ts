import { RULE_SEVERITIES, type RuleSeverity } from '../../config/health-rules.ts';
import type { RuleResult } from '../../health/build-report.ts';
import type { Coverage } from '../../health/coverage.ts';
import { ruleWords } from '../../messages/health-rules.ts';
import { healthPageWords as words } from '../../messages/health-page.ts';
import { COLLECTIONS } from '../collection.ts';
import type { ViewContext } from '../context.ts';
import type { CoverageRow, CoverageView, HealthPageView, RuleRow } from '../health-page.ts';
import { rulePath, stateCounts } from './state-counts.ts';

/** The page of health. */
export function buildHealthPage(context: ViewContext): HealthPageView {
  const { links, health } = context;
  const { rules, coverage } = context.healthReport();
  const rows = rules.map((rule) => ({ rule, row: ruleRow(rule, context) }));
  const rowsWhere = (isMeant: (rule: RuleResult) => boolean): RuleRow[] =>
    rows.flatMap(({ rule, row }) => (isMeant(rule) ? [row] : []));
  const found = rowsWhere(({ affected }) => affected !== null && affected.length > 0);
  return {
    page: 'health',
    head: {
      title: words.title,
      description: words.description,
      href: links.href('/health/'),
      jsonHref: links.href('/health/index.json'),
      breadcrumbs: [],
    },
    newestAt: health.newestAt,
    states: stateCounts(health.ids, context),
    types: typeRows(context),
    empty:
      health.ids.length === 0
        ? { title: words.nothingTitle, text: words.nothingText, command: null }
        : null,
    findings: findingCount(rules),
    found: found.toSorted((a, b) => severityRank(a.severity) - severityRank(b.severity)),
    passing: rowsWhere(({ affected }) => affected?.length === 0),
    unanswered: rowsWhere(({ unanswered }) => unanswered !== null),
    off: rowsWhere(({ isOn }) => !isOn),
    coverage:
      coverage.total.models === 0
        ? null
        : {
            tables: [
              coverageTable('folders', words.byFolder, words.folder, words.noFolder, [
                ...coverage.folders,
              ]),
              // Where nobody owns anything, the table would be one row.
              ...(coverage.owners.some(({ name }) => name !== null)
                ? [
                    coverageTable(
                      'owners',
                      words.byOwner,
                      words.owner,
                      words.noOwner,
                      coverage.owners,
                    ),
                  ]
                : []),
            ].map((table) => ({
              ...table,
              rows: [coverageRow({ ...coverage.total, name: words.all }, ''), ...table.rows],
            })),
          },
  };
}

/** How many findings rules have together. */
export function findingCount(rules: readonly RuleResult[]): number {
  return rules.reduce((sum, { affected }) => sum + (affected?.length ?? 0), 0);
}

/** 0 is worst. */
export function severityRank(severity: RuleSeverity): number {
  return RULE_SEVERITIES.indexOf(severity);
}

/** A rule in a table. */
export function ruleRow(rule: RuleResult, { links }: ViewContext): RuleRow {
  const count = rule.affected?.length ?? null;
  return {
    name: rule.name,
    title: ruleWords[rule.name].title,
    group: words.groups[rule.group],
    severity: rule.severity,
    href: links.href(rulePath(rule.name)),
    count,
    trend: count === null || rule.before === null ? null : trendText(count - rule.before),
    unanswered: rule.unanswered,
  };
}

function trendText(change: number): string {
  if (change === 0) return words.same;
  return change > 0 ? words.more(change) : words.fewer(-change);
}

function typeRows(context: ViewContext): HealthPageView['types'] {
  const { health, links, project } = context;
  const idsOf = Map.groupBy(health.ids, (id) => project.resources.get(id)?.resourceType ?? '');
  return COLLECTIONS.flatMap(({ path, plural, resourceTypes }) => {
    const ids = resourceTypes.flatMap((type) => idsOf.get(type) ?? []);
    if (ids.length === 0) return [];
    const counts = stateCounts(ids, context).map(({ count }) => count);
    return [{ label: plural, href: links.href(`/${path}/`), counts }];
  });
}

/** Folders or owners that a table names; with more, nobody would look for theirs here. */
const MOST_ROWS = 40;

function coverageTable(
  id: string,
  title: string,
  label: string,
  nameless: string,
  rows: readonly Coverage[],
): CoverageView['tables'][number] {
  return {
    id,
    title,
    label,
    rows: rows.slice(0, MOST_ROWS).map((row) => coverageRow(row, nameless)),
    leftOut: Math.max(0, rows.length - MOST_ROWS),
  };
}

/** The coverage of some models as a row of bars; `nameless` where they have nothing in common. */
export function coverageRow(row: Coverage, nameless: string): CoverageRow {
  return {
    name: row.name ?? nameless,
    models: row.models,
    shares: [
      { part: row.described, all: row.models },
      { part: row.tested, all: row.models },
      { part: row.describedColumns, all: row.columns },
    ],
  };
}
