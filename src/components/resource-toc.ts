import { healthWords } from '../messages/health.ts';
import { OVER_TIME } from '../messages/over-time.ts';
import { RESOURCE } from '../messages/resource.ts';
import type { ResourcePageView } from '../view/resource-page.ts';

/** The sections that the page of a resource has, in the order of ResourceBody.astro. */
export function resourceToc(
  view: ResourcePageView,
): readonly { readonly id: string; readonly label: string }[] {
  const words = RESOURCE.sections;
  const part = (id: string, label: string, isThere: boolean) => (isThere ? [{ id, label }] : []);
  const named = (sections: ResourcePageView['sections']) =>
    sections.map(({ id, title }) => ({ id, label: title }));
  return [
    ...part('overview', words.overview, hasOverview(view)),
    ...part('health', healthWords.title, view.health !== null),
    ...named(view.sections),
    ...part('lineage', words.lineage, view.lineage !== null),
    ...part('details', words.details, view.facts.length > 0),
    ...part('tests', words.tests, view.tests !== null),
    ...part('columns', words.columns, view.columns !== null),
    ...part('code', words.code, view.code !== null),
    ...named(view.settings),
    ...part('freshness', OVER_TIME.freshness, view.freshness !== null),
    ...part('runs', words.runs, view.results !== null),
    ...part('meta', words.meta, view.meta.length > 0),
    ...part('config', words.config, view.config.length > 0),
  ];
}

/** Whether there is a description, or something to say where there is none. */
export function hasOverview({ description, descriptionEmpty }: ResourcePageView): boolean {
  return description.trim() !== '' || descriptionEmpty !== null;
}
