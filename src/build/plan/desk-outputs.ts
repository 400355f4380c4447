import { deskFile, desksFiles } from '../../emit/json/desk-files.ts';
import type { Resource } from '../../project/resource.ts';
import { testsOf } from '../../project/tests-of.ts';
import { buildDeskPage, buildDesksPages, deskFolder } from '../../view/desks/build-desk-pages.ts';
import { type Desk, type DeskKind, ownerDesks, tagDesks } from '../../view/desks/desk.ts';
import { digest } from '../../view/digest.ts';
import { rulesOf } from '../../view/health/rules-of.ts';
import { slugs } from '../../view/slug.ts';
import type { SiteOutput } from '../output.ts';
import { group, json, page } from './make-output.ts';
import type { PlanScope } from './plan-scope.ts';

/** The desks of owners and tags, with their twins; nothing where the project names none. */
export function* deskOutputs(scope: PlanScope): Generator<SiteOutput> {
  const { context, prints } = scope;
  const kinds = [
    { kind: 'owner', desks: ownerDesks(context.project) },
    { kind: 'tag', desks: tagDesks(context.project) },
  ] as const;
  const told = kinds.flatMap(({ desks }) =>
    desks.flatMap(({ name, email, members }) => [
      JSON.stringify([name, email]),
      ...members.map(({ uniqueId }) => `${uniqueId} ${prints.ofHealth(uniqueId)}`),
    ]),
  );
  // What rules found on a desk can only be told when all of them have been applied.
  yield group('all', [prints.ofRules(), prints.ofStructure(), ...told], () =>
    outputsOf(kinds, scope),
  );
}

function* outputsOf(
  kinds: readonly { readonly kind: DeskKind; readonly desks: readonly Desk[] }[],
  scope: PlanScope,
): Generator<SiteOutput> {
  const { context } = scope;
  const memberPrint = memberPrints(scope);
  for (const { kind, desks } of kinds) {
    if (desks.length === 0) continue;
    const segments = slugs(desks.map(({ name }) => name));
    const entries = desks.map((desk) => ({
      desk,
      path: `/${deskFolder(kind)}/${segments.get(desk.name) ?? ''}/`,
      print: printOf(desk, memberPrint),
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
function printOf(desk: Desk, memberPrint: (member: Resource) => string): string {
  return digest([desk.name, desk.email, ...desk.members.map(memberPrint)].join('\n'));
}

/** Fingerprints of what desks tell of a resource; it stands on its owner's, and on one for each of its tags. */
function memberPrints({ context, prints }: PlanScope): (member: Resource) => string {
  const found = rulesOf(context);
  const known = new Map<string, string>();
  const rulesFor = (id: string): string[] =>
    (found.get(id) ?? []).map(({ name, severity }) => `${name} ${severity}`);
  return (member) => {
    const { uniqueId } = member;
    const before = known.get(uniqueId);
    if (before !== undefined) return before;
    const tests = testsOf(member, context.project);
    const parts = [
      prints.ofRowShape(member),
      prints.ofHealth(uniqueId),
      ...rulesFor(uniqueId),
      ...tests.flatMap((id) => [prints.ofResults(id), ...rulesFor(id)]),
    ];
    const print = digest(parts.join('\n'));
    known.set(uniqueId, print);
    return print;
  };
}
