import type {
  Argument,
  SemanticElement,
  UnitTestDetails,
  UnitTestTable,
} from '../../project/details/details.ts';
import type { Resource } from '../../project/resource.ts';
import { codeCell, codeOr, linksCell, noneCell, textOr } from '../cells.ts';
import { currentStatus, type ViewContext } from '../context.ts';
import { withSiteLinks } from '../dbt-links.ts';
import type { Cell, Section, TableSection } from '../section.ts';
import { slug } from '../slug.ts';

/** The parts of a page that only one resource type has. */
export function typeSections(resource: Resource, context: ViewContext): Section[] {
  const { details } = resource;
  switch (details.kind) {
    case 'unit_test':
      return unitTestSections(details);
    case 'semantic_model':
      return [
        elementSection('entities', 'Entities', 'Type', details.entities, context),
        elementSection('dimensions', 'Dimensions', 'Type', details.dimensions, context),
        elementSection('measures', 'Measures', 'Aggregation', details.measures, context),
      ].filter((section) => section.rows.length > 0);
    case 'function':
      return argumentSections(details.arguments, context);
    case 'macro':
      return [
        ...argumentSections(details.arguments, context),
        ...callerSections(resource, context),
      ];
    case 'group':
      return [memberSection(details.memberIds, context)];
    case 'source':
      return details.sourceDescription === ''
        ? []
        : [
            {
              kind: 'table',
              id: 'source-description',
              title: `About the source ${details.sourceName}`,
              note: null,
              columns: [{ label: 'Description', isNumeric: false }],
              rows: [[descriptionCell(details.sourceDescription, context)]],
            },
          ];
    case 'node':
    case 'test':
    case 'exposure':
    case 'metric':
    case 'saved_query':
    case 'other':
      return [];
  }
}

function unitTestSections(details: UnitTestDetails): Section[] {
  return [
    ...details.given.map((table, index) =>
      rowsSection(table, `given-${index + 1}-${slug(table.input)}`, `Given ${table.input}`),
    ),
    rowsSection(details.expect, 'expect', 'Expect'),
  ];
}

function rowsSection(table: UnitTestTable, id: string, title: string): Section {
  if (table.text !== null) {
    return { kind: 'code', id, title, note: null, language: table.format, code: table.text };
  }
  return {
    kind: 'table',
    id,
    title,
    note: table.rows.length === 0 ? 'No rows.' : null,
    columns: table.columns.map((label) => ({ label, isNumeric: false })),
    rows: table.rows.map((row) =>
      row.map((cell): Cell =>
        cell === null ? noneCell('The row leaves this column out.') : codeCell(cell),
      ),
    ),
  };
}

function elementSection(
  id: string,
  title: string,
  typeLabel: string,
  elements: readonly SemanticElement[],
  context: ViewContext,
): TableSection {
  return {
    kind: 'table',
    id,
    title,
    note: null,
    columns: ['Name', typeLabel, 'Expression', 'Description'].map(plainColumn),
    rows: elements.map((element) => [
      codeCell(element.name),
      textOr(element.type, 'The artifact doesn’t say.'),
      codeOr(element.expression, 'The column of the same name.'),
      descriptionCell(element.description, context),
    ]),
  };
}

function argumentSections(list: readonly Argument[], context: ViewContext): Section[] {
  if (list.length === 0) return [];
  return [
    {
      kind: 'table',
      id: 'arguments',
      title: 'Arguments',
      note: null,
      columns: ['Name', 'Type', 'Description'].map(plainColumn),
      rows: list.map(({ name, type, description }) => [
        codeCell(name),
        textOr(type, 'The project doesn’t say.'),
        descriptionCell(description, context),
      ]),
    },
  ];
}

function callerSections(resource: Resource, context: ViewContext): Section[] {
  const callers = context.project.macroCallers.get(resource.uniqueId) ?? [];
  if (callers.length === 0) return [];
  return [
    {
      kind: 'table',
      id: 'called-by',
      title: 'Called by',
      note: null,
      columns: [plainColumn('Resources')],
      rows: [[linksCell(context.links.links(callers))]],
    },
  ];
}

function memberSection(ids: readonly string[], context: ViewContext): TableSection {
  return {
    kind: 'table',
    id: 'members',
    title: 'Members',
    note: ids.length === 0 ? 'Nothing belongs to this group.' : null,
    columns: ['Name', 'Access', 'Last status'].map(plainColumn),
    rows: ids.map((id) => {
      const details = context.project.resources.get(id)?.details;
      return [
        linksCell([context.links.link(id)]),
        textOr(details?.kind === 'node' ? details.access : null, 'dbt doesn’t say.'),
        textOr(currentStatus(context, id)?.word ?? null, 'It is nothing that dbt runs.'),
      ];
    }),
  };
}

function descriptionCell(markdown: string, { links }: ViewContext): Cell {
  return markdown === ''
    ? noneCell('Nobody described it.')
    : { kind: 'markdown', markdown: withSiteLinks(markdown, links) };
}

function plainColumn(label: string): { label: string; isNumeric: boolean } {
  return { label, isNumeric: false };
}
