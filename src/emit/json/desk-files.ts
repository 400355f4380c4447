import type { z } from 'zod';
import type { DeskPageView } from '../../view/desk-page.ts';
import type { ViewContext } from '../../view/context.ts';
import { deskFolder, deskHref, deskTests } from '../../view/desks/build-desk-pages.ts';
import { deskCoverage } from '../../view/desks/desk-coverage.ts';
import type { Desk, DeskKind } from '../../view/desks/desk.ts';
import { API_VERSION } from '../api-version.ts';
import type { deskFileSchema, desksFileSchema } from '../schemas/desk.ts';
import { healthCounts } from './health-json.ts';
import { ITEMS_A_FILE, jsonPages, type JsonFile } from './json-pages.ts';
import { lastStatus, resourceRef } from './last-status.ts';

type DesksFile = z.input<typeof desksFileSchema>;

/** The lists of all owners, or of all tags. */
export function desksFiles(
  kind: DeskKind,
  desks: readonly Desk[],
  context: ViewContext,
): JsonFile[] {
  return jsonPages(`${deskFolder(kind)}/index`, desks, ITEMS_A_FILE, (page, next) => {
    const file: DesksFile = {
      api_version: API_VERSION,
      kind,
      total: desks.length,
      next,
      items: page.map((desk) => ({
        ...figuresOf(desk, context),
        json: `${deskHref(desk, context).slice(0, -1)}.json`,
      })),
    };
    return file;
  });
}

/** The JSON twin of a desk's page. */
export function deskFile(
  desk: Desk,
  view: DeskPageView,
  context: ViewContext,
): z.input<typeof deskFileSchema> {
  return {
    api_version: API_VERSION,
    kind: desk.kind,
    ...figuresOf(desk, context),
    tests: deskTests(desk, context).map(({ link, status, on }) => ({
      resource: resourceRef(link.uniqueId, context),
      status: status.word,
      on: on === null ? null : resourceRef(on.uniqueId, context),
    })),
    rules: view.debt.map(({ name, count, href }) => ({ name, affected: count ?? 0, href })),
    items: desk.members.map(({ uniqueId }) => ({
      resource: resourceRef(uniqueId, context),
      health: context.health.of(uniqueId)?.state ?? null,
      last_status: lastStatus(uniqueId, context),
    })),
  };
}

function figuresOf(desk: Desk, context: ViewContext): Omit<DesksFile['items'][number], 'json'> {
  const coverage = deskCoverage(desk, context);
  const tests = deskTests(desk, context);
  const [described, tested] = coverage.shares;
  return {
    name: desk.name,
    email: desk.email,
    href: deskHref(desk, context),
    total: desk.members.length,
    states: healthCounts(
      desk.members.map(({ uniqueId }) => uniqueId),
      context,
    ),
    failing_tests: tests.filter(({ status }) => status.kind === 'error').length,
    warning_tests: tests.filter(({ status }) => status.kind === 'warn').length,
    models: coverage.models,
    described_models: described?.part ?? 0,
    tested_models: tested?.part ?? 0,
  };
}
