import type { z } from 'zod';
import type { RuleResult } from '../../health/build-report.ts';
import type { Coverage } from '../../health/coverage.ts';
import type { HealthState } from '../../health/health.ts';
import { ruleWords } from '../../messages/health-rules.ts';
import type { ViewContext } from '../../view/context.ts';
import { findingCount } from '../../view/health/build-health-page.ts';
import { rulePath, statePath, STATES_WORST_FIRST } from '../../view/health/state-counts.ts';
import { API_VERSION } from '../api-version.ts';
import type { healthFileSchema, healthStateFileSchema, ruleFileSchema } from '../schemas/health.ts';
import { healthCounts, healthJson } from './health-json.ts';
import { ITEMS_A_FILE, jsonPages, type JsonFile } from './json-pages.ts';
import { resourceRef } from './last-status.ts';

type HealthFile = z.input<typeof healthFileSchema>;

/** `/health/index.json`. */
export function healthFile(context: ViewContext): HealthFile {
  const { health, links, project } = context;
  const { rules, coverage } = context.healthReport();
  const idsOf = Map.groupBy(health.ids, (id) => project.resources.get(id)?.resourceType ?? '');
  return {
    api_version: API_VERSION,
    newest_at: health.newestAt,
    states: healthCounts(health.ids, context),
    state_files: Object.fromEntries(
      STATES_WORST_FIRST.map((state) => [state, links.href(`/${jsonStem(statePath(state))}.json`)]),
    ),
    resource_types: [...idsOf]
      .map(([type, ids]) => ({ resource_type: type, states: healthCounts(ids, context) }))
      .sort((a, b) => (a.resource_type < b.resource_type ? -1 : 1)),
    findings: findingCount(rules),
    rules: rules.map((rule) => ({
      ...ruleOf(rule, context),
      json: links.href(`/${jsonStem(rulePath(rule.name))}.json`),
    })),
    coverage: {
      total: coverageOf(coverage.total),
      folders: coverage.folders.map(coverageOf),
      owners: coverage.owners.map(coverageOf),
    },
  };
}

/** The files of what a rule found. */
export function ruleFiles(rule: RuleResult, context: ViewContext): JsonFile[] {
  const { project } = context;
  return jsonPages(
    jsonStem(rulePath(rule.name)),
    rule.affected ?? [],
    ITEMS_A_FILE,
    (page, next) => {
      const file: z.input<typeof ruleFileSchema> = {
        api_version: API_VERSION,
        ...ruleOf(rule, context),
        next,
        items: page.map(({ id, detail }) => ({
          resource: id === null ? null : resourceRef(id, context),
          file_path: (id === null ? null : project.resources.get(id)?.filePath) ?? null,
          detail,
        })),
      };
      return file;
    },
  );
}

/** The files of everything that is in one state. */
export function stateFiles(state: HealthState, context: ViewContext): JsonFile[] {
  const { health } = context;
  const ids = health.ids.filter((id) => health.of(id)?.state === state);
  return jsonPages(jsonStem(statePath(state)), ids, ITEMS_A_FILE, (page, next) => {
    const file: z.input<typeof healthStateFileSchema> = {
      api_version: API_VERSION,
      state,
      total: ids.length,
      next,
      items: page.map((id) => ({
        resource: resourceRef(id, context),
        health: healthJson(id, context),
      })),
    };
    return file;
  });
}

/** `/health/stale-sources/` → `health/stale-sources`. */
function jsonStem(path: string): string {
  return path.slice(1, -1);
}

function ruleOf(
  rule: RuleResult,
  { links }: ViewContext,
): Omit<HealthFile['rules'][number], 'json'> {
  const { title, why, fix } = ruleWords[rule.name];
  return {
    name: rule.name,
    title,
    group: rule.group,
    severity: rule.severity,
    is_on: rule.isOn,
    affected: rule.affected?.length ?? null,
    affected_before: rule.before,
    unanswered: rule.unanswered,
    why,
    fix,
    thresholds: { ...rule.thresholds },
    href: links.href(rulePath(rule.name)),
  };
}

function coverageOf(row: Coverage): HealthFile['coverage']['total'] {
  return {
    name: row.name,
    models: row.models,
    described: row.described,
    tested: row.tested,
    columns: row.columns,
    described_columns: row.describedColumns,
  };
}
