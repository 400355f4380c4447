import { CONTRACT, jsonSchema, openApi } from '../../emit/contract.ts';
import type { SiteOutput } from '../output.ts';
import { group, json } from './make-output.ts';
import type { PlanScope } from './plan-scope.ts';

/** The schemas of all JSON files, and what describes them together. */
export function* contractOutputs(scope: PlanScope): Generator<SiteOutput> {
  // No artifact changes them, and what does is part of all keys: the release and the site's address.
  yield group('all', [], () => contract(scope));
}

function* contract({ site, context }: PlanScope): Generator<SiteOutput> {
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
