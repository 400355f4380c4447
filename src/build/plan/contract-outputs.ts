import { CONTRACT, jsonSchema, openApi } from '../../emit/contract.ts';
import type { SiteOutput } from '../output.ts';
import { json } from './make-output.ts';
import type { PlanScope } from './plan-scope.ts';

/** The schemas of all JSON files, and what describes them together. */
export function* contractOutputs({ site, context }: PlanScope): Generator<SiteOutput> {
  const { href } = context.links;
  const origin = site.siteUrl ?? '';
  for (const entry of CONTRACT) {
    const file = `schemas/${entry.name}.json`;
    yield json(file, jsonSchema(entry, `${origin}${href(`/${file}`)}`));
  }
  const root = `${origin}${site.base.slice(0, -1)}` || '/';
  yield json(
    'openapi.json',
    openApi(site.title, root, (name) => href(`/schemas/${name}.json`)),
  );
}
