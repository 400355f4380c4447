import { createHash } from 'node:crypto';
import { deskFile, desksFiles } from '../../emit/json/desk-files.ts';
import { testsOf } from '../../project/tests-of.ts';
import { buildDeskPage, buildDesksPages, deskFolder } from '../../view/desks/build-desk-pages.ts';
import { type Desk, type DeskKind, ownerDesks, tagDesks } from '../../view/desks/desk.ts';
import { rulesOf } from '../../view/health/rules-of.ts';
import { slugs } from '../../view/slug.ts';
import type { SiteOutput } from '../output.ts';
import { group, json, page } from './make-output.ts';
import type { PlanScope } from './plan-scope.ts';

/** The desks of owners and tags, with their twins; nothing where the project names none. */
export function* deskOutputs(scope: PlanScope): Generator<SiteOutput> {
  const { context } = scope;
  const kinds: readonly DeskKind[] = ['owner', 'tag'];
  for (const kind of kinds) {
    const desks = kind === 'owner' ? ownerDesks(context.project) : tagDesks(context.project);
    if (desks.length === 0) continue;
    const segments = slugs(desks.map(({ name }) => name));
    const entries = desks.map((desk) => ({
      desk,
      path: `/${deskFolder(kind)}/${segments.get(desk.name) ?? ''}/`,
      print: printOf(desk, scope),
    }));
    const all = entries.map(({ path, print }) => `${path} ${print}`);
    yield group(deskFolder(kind), all, function* () {
      for (const { path, view } of buildDesksPages(kind, desks, context)) yield page(path, view);
      for (const { file, data } of desksFiles(kind, desks, context)) yield json(file, data);
    });
    for (const { desk, path, print } of entries) {
      yield group(path, [print], function* () {
        const view = buildDeskPage(desk, path, context);
        yield page(path, view);
        yield json(`${path.slice(1, -1)}.json`, deskFile(desk, view, context));
      });
    }
  }
}

/** A fingerprint of all that a desk tells: of what stands on it, and of the tests of that. */
function printOf(desk: Desk, { context, prints }: PlanScope): string {
  const found = rulesOf(context);
  const rulesFor = (id: string): string[] =>
    (found.get(id) ?? []).map(({ name, severity }) => `${name} ${severity}`);
  const whole = createHash('sha256').update(`${desk.name}\n${desk.email}`);
  for (const member of desk.members) {
    const { uniqueId } = member;
    const tests = testsOf(member, context.project);
    const parts = [
      prints.ofRow(member),
      prints.ofHealth(uniqueId),
      ...rulesFor(uniqueId),
      ...tests.flatMap((id) => [prints.ofResults(id), ...rulesFor(id)]),
    ];
    whole.update(parts.join('\n'));
  }
  return whole.digest('base64url');
}
