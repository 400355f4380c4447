import { deskFile, desksFiles } from '../emit/json/desk-files.ts';
import { healthFile, ruleFiles, stateFiles } from '../emit/json/health-files.ts';
import { HEALTH_STATES } from '../health/health.ts';
import type { ViewContext } from '../view/context.ts';
import {
  buildDeskPage,
  buildDesksPages,
  deskFolder,
  rulesOf,
} from '../view/desks/build-desk-pages.ts';
import { type DeskKind, ownerDesks, tagDesks } from '../view/desks/desk.ts';
import { buildHealthPage } from '../view/health/build-health-page.ts';
import { buildRulePages } from '../view/health/build-rule-pages.ts';
import { buildStatePages } from '../view/health/build-state-pages.ts';
import { slugs } from '../view/slug.ts';
import { json, page } from './make-output.ts';
import type { SiteOutput } from './output.ts';

/** The pages about health, with their twins: the overview, a page a rule, and everything in each state. */
export function* healthOutputs(context: ViewContext): Generator<SiteOutput> {
  yield page('/health/', buildHealthPage(context));
  yield json('health/index.json', healthFile(context));
  for (const rule of context.healthReport().rules) {
    for (const { path, view } of buildRulePages(rule, context)) yield page(path, view);
    for (const { file, data } of ruleFiles(rule, context)) yield json(file, data);
  }
  for (const state of HEALTH_STATES) {
    for (const { path, view } of buildStatePages(state, context)) yield page(path, view);
    for (const { file, data } of stateFiles(state, context)) yield json(file, data);
  }
}

/** The desks of owners and tags, with their twins; nothing where the project names none. */
export function* deskOutputs(context: ViewContext): Generator<SiteOutput> {
  const found = rulesOf(context);
  const kinds: readonly DeskKind[] = ['owner', 'tag'];
  for (const kind of kinds) {
    const desks = kind === 'owner' ? ownerDesks(context.project) : tagDesks(context.project);
    if (desks.length === 0) continue;
    for (const { path, view } of buildDesksPages(kind, desks, context)) yield page(path, view);
    for (const { file, data } of desksFiles(kind, desks, context)) yield json(file, data);
    const segments = slugs(desks.map(({ name }) => name));
    for (const desk of desks) {
      const path = `/${deskFolder(kind)}/${segments.get(desk.name) ?? ''}/`;
      const view = buildDeskPage(desk, path, found, context);
      yield page(path, view);
      yield json(`${path.slice(1, -1)}.json`, deskFile(desk, view, context));
    }
  }
}
