import { SECTIONS } from '../../messages/resource-sections.ts';
import type { SourceDetails } from '../../project/details/details.ts';
import type { Resource } from '../../project/resource.ts';
import { codeCell, linksCell, noneCell, statusCell } from '../cells.ts';
import { currentStatus, NOT_RUN, type ViewContext } from '../context.ts';
import { withSiteLinks } from '../dbt-links.ts';
import type { Section } from '../section.ts';
import { tableSection } from './section-parts.ts';
import { tablesOfSource } from './siblings.ts';

const WORDS = SECTIONS.source;
const MOST_TABLES = 100;

/** What is said of the whole source, and its tables with how fresh each is. */
export function sourceSections(
  resource: Resource,
  details: SourceDetails,
  context: ViewContext,
): Section[] {
  return [
    ...(details.sourceDescription === ''
      ? []
      : [
          {
            kind: 'prose',
            id: 'source-description',
            title: WORDS.about(details.sourceName),
            note: null,
            markdown: withSiteLinks(details.sourceDescription, context.links),
          } as const,
        ]),
    ...siblingSection(resource, details, context),
  ];
}

function siblingSection(
  resource: Resource,
  details: SourceDetails,
  context: ViewContext,
): Section[] {
  const tables = tablesOfSource(resource, context);
  if (tables.length < 2) return [];
  return [
    tableSection(
      'source-tables',
      WORDS.siblings(details.sourceName),
      [WORDS.table, WORDS.freshness, WORDS.newest, WORDS.checked],
      tables.slice(0, MOST_TABLES).map((table) => {
        const checked = context.history.latestFreshness(table.uniqueId)?.result ?? null;
        const isSelf = table.uniqueId === resource.uniqueId;
        return [
          isSelf
            ? codeCell(`${table.name} (${WORDS.thisOne})`)
            : linksCell([{ ...context.links.link(table.uniqueId), name: table.name }]),
          statusCell(currentStatus(context, table.uniqueId) ?? NOT_RUN),
          checked === null || checked.maxLoadedAt === null
            ? noneCell(WORDS.notChecked)
            : { kind: 'time', iso: checked.maxLoadedAt },
          checked === null || checked.snapshottedAt === null
            ? noneCell(WORDS.notChecked)
            : { kind: 'time', iso: checked.snapshottedAt },
        ];
      }),
      { note: tables.length > MOST_TABLES ? WORDS.more(tables.length - MOST_TABLES) : null },
    ),
  ];
}
