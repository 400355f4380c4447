import { SECTIONS } from '../../messages/resource-sections.ts';
import { byText } from '../../project/order.ts';
import type { Resource } from '../../project/resource.ts';
import { collectionOf, collectionRank } from '../collection.ts';
import { linksCell, noneCell, statusCell, textCell, textOr } from '../cells.ts';
import { currentStatus, type ViewContext } from '../context.ts';
import type { Section, TableSection } from '../section.ts';
import { exposureSections } from './exposure-sections.ts';
import { functionSections, macroSections, usageSection } from './macro-sections.ts';
import { metricSections } from './metric-sections.ts';
import { tableSection } from './section-parts.ts';
import { savedQuerySections, semanticModelSections } from './semantic-sections.ts';
import { sourceSections } from './source-sections.ts';
import { unitTestSections } from './unit-test-sections.ts';
import { versionSections } from './version-sections.ts';

/** Members of a group that its page lists. */
const MOST_MEMBERS = 500;

/** The parts of a page that only one resource type has. */
export function typeSections(resource: Resource, context: ViewContext): Section[] {
  const { details } = resource;
  switch (details.kind) {
    case 'unit_test':
      return unitTestSections(details);
    case 'semantic_model':
      return semanticModelSections(resource, details, context);
    case 'metric':
      return metricSections(resource, details, context);
    case 'saved_query':
      return savedQuerySections(resource, details, context);
    case 'function':
      return functionSections(details, context);
    case 'macro':
      return [...usageSection(resource), ...macroSections(resource, details.arguments, context)];
    case 'group':
      return [memberSection(details.memberIds, context)];
    case 'source':
      return sourceSections(resource, details, context);
    case 'exposure':
      return exposureSections(resource, context);
    case 'node':
      return versionSections(resource, context);
    case 'test':
    case 'other':
      return [];
  }
}

function memberSection(ids: readonly string[], context: ViewContext): TableSection {
  const words = SECTIONS.group;
  const members = ids.toSorted(
    (a, b) =>
      collectionRank(typeOf(a, context)) - collectionRank(typeOf(b, context)) ||
      byText((id: string) => id)(a, b),
  );
  const left = members.length - MOST_MEMBERS;
  return tableSection(
    'members',
    words.title,
    [SECTIONS.name, SECTIONS.type, words.access, SECTIONS.status],
    members.slice(0, MOST_MEMBERS).map((id) => {
      const details = context.project.resources.get(id)?.details;
      const status = currentStatus(context, id);
      return [
        linksCell([context.links.link(id)]),
        textCell(collectionOf(typeOf(id, context)).singular),
        textOr(details?.kind === 'node' ? details.access : null, words.noAccess),
        status === null ? noneCell(SECTIONS.neverRun) : statusCell(status),
      ];
    }),
    { note: ids.length === 0 ? words.empty : left > 0 ? words.more(left) : null },
  );
}

function typeOf(id: string, { project }: ViewContext): string {
  return project.resources.get(id)?.resourceType ?? '';
}
