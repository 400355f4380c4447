import { deskFile, desksFiles } from '../../emit/json/desk-files.ts';
import { buildDeskPage, buildDesksPages, deskFolder } from '../../view/desks/build-desk-pages.ts';
import { type DeskKind, ownerDesks, tagDesks } from '../../view/desks/desk.ts';
import { slugs } from '../../view/slug.ts';
import type { SiteOutput } from '../output.ts';
import { json, page } from './make-output.ts';
import type { PlanScope } from './plan-scope.ts';

/** The desks of owners and tags, with their twins; nothing where the project names none. */
export function* deskOutputs({ context }: PlanScope): Generator<SiteOutput> {
  const kinds: readonly DeskKind[] = ['owner', 'tag'];
  for (const kind of kinds) {
    const desks = kind === 'owner' ? ownerDesks(context.project) : tagDesks(context.project);
    if (desks.length === 0) continue;
    for (const { path, view } of buildDesksPages(kind, desks, context)) yield page(path, view);
    for (const { file, data } of desksFiles(kind, desks, context)) yield json(file, data);
    const segments = slugs(desks.map(({ name }) => name));
    for (const desk of desks) {
      const path = `/${deskFolder(kind)}/${segments.get(desk.name) ?? ''}/`;
      const view = buildDeskPage(desk, path, context);
      yield page(path, view);
      yield json(`${path.slice(1, -1)}.json`, deskFile(desk, view, context));
    }
  }
}
