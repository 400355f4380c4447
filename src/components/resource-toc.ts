import { healthWords } from '../messages/health.ts';
import type { ResourcePageView } from '../view/resource-page.ts';

/** The sections that the page of a resource has, in the order of ResourceBody.astro. */
export function resourceToc(
  view: ResourcePageView,
): readonly { readonly id: string; readonly label: string }[] {
  return [
    { id: 'overview', label: 'Overview' },
    ...(view.health === null ? [] : [{ id: 'health', label: healthWords.title }]),
    ...(view.tests === null ? [] : [{ id: 'tests', label: 'Tests' }]),
    ...(view.columns === null ? [] : [{ id: 'columns', label: 'Columns' }]),
    ...view.sections.map(({ id, title }) => ({ id, label: title })),
    ...(view.code === null ? [] : [{ id: 'code', label: 'Code' }]),
    ...(view.facts.length === 0 ? [] : [{ id: 'details', label: 'Details' }]),
    ...(view.results === null ? [] : [{ id: 'runs', label: 'Runs' }]),
    ...(view.lineage === null ? [] : [{ id: 'lineage', label: 'Lineage' }]),
    ...(view.meta.length === 0 ? [] : [{ id: 'meta', label: 'Meta' }]),
  ];
}
