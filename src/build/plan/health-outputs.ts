import { healthFile, ruleFiles, stateFiles } from '../../emit/json/health-files.ts';
import { HEALTH_STATES } from '../../health/health.ts';
import { buildHealthPage } from '../../view/health/build-health-page.ts';
import { buildRulePages } from '../../view/health/build-rule-pages.ts';
import { buildStatePages } from '../../view/health/build-state-pages.ts';
import type { SiteOutput } from '../output.ts';
import { group, json, page } from './make-output.ts';
import type { PlanScope } from './plan-scope.ts';

/** The pages about health, with their twins: the overview, a page a rule, and everything in each state. */
export function* healthOutputs(scope: PlanScope): Generator<SiteOutput> {
  const { context, prints } = scope;
  // To apply all rules takes as long as some hundred pages do.
  yield group('rules', [prints.ofRules(), prints.ofStructure()], () => ruleOutputs(scope));
  const { health } = context;
  for (const state of HEALTH_STATES) {
    const ids = health.ids.filter((id) => health.of(id)?.state === state);
    yield group(
      `state ${state}`,
      [prints.ofStructure(), ...ids.map(prints.ofHealth)],
      function* () {
        for (const { path, view } of buildStatePages(state, context)) yield page(path, view);
        for (const { file, data } of stateFiles(state, context)) yield json(file, data);
      },
    );
  }
}

function* ruleOutputs({ context, prints }: PlanScope): Generator<SiteOutput> {
  yield page('/health/', buildHealthPage(context));
  yield json('health/index.json', healthFile(context));
  const { project } = context;
  for (const rule of context.healthReport().rules) {
    const files = (rule.affected ?? []).map(({ id }) => project.resources.get(id ?? '')?.filePath);
    yield group(rule.name, [prints.ofStructure(), JSON.stringify([rule, files])], function* () {
      for (const { path, view } of buildRulePages(rule, context)) yield page(path, view);
      for (const { file, data } of ruleFiles(rule, context)) yield json(file, data);
    });
  }
}
