import { COMMANDS } from '../../messages/commands.ts';
import { RESOURCE } from '../../messages/resource.ts';
import type { Column } from '../../project/column.ts';
import { shortType } from '../../project/nested-type.ts';
import type { Resource } from '../../project/resource.ts';
import { holdsData } from '../../project/resource-types.ts';
import { currentStatus, NOT_RUN, type ViewContext } from '../context.ts';
import { withSiteLinks } from '../dbt-links.ts';
import type { ColumnRow, ColumnsView } from '../resource-page.ts';
import { slugs } from '../slug.ts';
import { columnTree, type ColumnEntry } from './column-tree.ts';
import { testName } from './tests.ts';

const WORDS = RESOURCE.columns;

/** The columns of a resource; null for types that have none. */
export function columnsView(resource: Resource, context: ViewContext): ColumnsView | null {
  const { columns } = resource;
  if (columns.length === 0 && !holdsData(resource.resourceType)) return null;
  const described = columns.filter((column) => column.description !== '').length;
  const areDescribed = holdsData(resource.resourceType) || described > 0;
  return {
    rows: columnRows(columns, context),
    summary:
      columns.length === 0 || !areDescribed ? '' : WORDS.described(described, columns.length),
    areDescribed,
    empty: columns.length === 0 ? noColumns(resource, context) : null,
    note: columns.length > 0 ? typeNote(resource, context) : null,
  };
}

function columnRows(columns: readonly Column[], context: ViewContext): ColumnRow[] {
  const entries = columnTree(columns);
  const anchors = slugs(entries.map(({ name }) => name));
  const seen = new Map<string, number>();
  return entries.map((entry) => {
    const anchor = uniqueAnchor(`column-${anchors.get(entry.name) ?? ''}`, seen);
    return entry.column === null
      ? partRow(entry, anchor)
      : columnRow(entry, entry.column, anchor, context);
  });
}

/** A part that only the type of its column tells of. */
function partRow({ name, label, type, depth, partCount }: ColumnEntry, anchor: string): ColumnRow {
  return {
    anchor,
    name,
    label,
    type: type === null || partCount === 0 ? type : shortType(type),
    declaredType: null,
    description: '',
    marks: [],
    references: [],
    tests: [],
    tags: [],
    depth,
    partCount,
    isFromType: true,
    descriptionFrom: null,
    mismatch: null,
  };
}

function columnRow(
  { name, label, type, depth, partCount }: ColumnEntry,
  column: Column,
  anchor: string,
  context: ViewContext,
): ColumnRow {
  const isOther = isOtherType(column.declaredType, column.catalogType);
  return {
    anchor,
    name,
    label,
    type: type === null || partCount === 0 ? type : shortType(type),
    declaredType: isOther ? column.declaredType : null,
    description: withSiteLinks(column.description || (column.comment ?? ''), context.links),
    marks: marksOf(column),
    references: column.foreignKeys.map((key) => ({
      link:
        key.toId === null
          ? { uniqueId: key.toName, name: key.toName, resourceType: '', href: null }
          : context.links.link(key.toId),
      column: key.toColumn,
    })),
    tests: column.testIds.map((id) => ({
      name: testName(id, context),
      href: context.links.link(id).href ?? '',
      status: currentStatus(context, id) ?? NOT_RUN,
    })),
    tags: column.tags,
    depth,
    partCount,
    isFromType: false,
    descriptionFrom: descriptionFrom(column),
    // Only the warehouse lists the parts of a column; YAML that names the column is enough.
    mismatch: depth > 0 && column.isInCatalog === true ? null : mismatchOf(column),
  };
}

function descriptionFrom({ description, comment, docBlocks }: Column): string | null {
  if (description === '') return comment === null ? null : WORDS.fromWarehouse;
  return docBlocks.length === 0 ? null : WORDS.fromDocBlocks(docBlocks);
}

/** The same name twice in one list (a broken file) still gets two anchors. */
function uniqueAnchor(anchor: string, seen: Map<string, number>): string {
  const count = seen.get(anchor) ?? 0;
  seen.set(anchor, count + 1);
  return count === 0 ? anchor : `${anchor}~${count + 1}`;
}

function marksOf(column: Column): string[] {
  const marks = new Set<string>();
  if (column.isPrimaryKey) marks.add(WORDS.primaryKey);
  if (column.foreignKeys.length > 0) marks.add(WORDS.foreignKey);
  for (const { type } of column.constraints) {
    if (type !== '') marks.add(type.replaceAll('_', ' '));
  }
  return [...marks];
}

function isOtherType(declared: string | null, catalog: string | null): boolean {
  if (declared === null || catalog === null) return false;
  const [own, other] = [declared, catalog].map((type) => type.toLowerCase().trim());
  return own !== other && !isOutline(own ?? '', other ?? '');
}

/** What warehouses write of a record is declared as `struct` or `record`, since dbt wants its parts as columns. */
const RECORD_WORDS: ReadonlySet<string> = new Set(['struct', 'record', 'row', 'object']);

/** `varchar` of `varchar(256)`, `array` of `array<struct<a int64>>`: declared without what stands in brackets. */
function isOutline(declared: string, catalog: string): boolean {
  const word = /^[^(<]*/.exec(catalog)?.[0].trim() ?? '';
  if (word === catalog) return RECORD_WORDS.has(declared) && RECORD_WORDS.has(catalog);
  return declared === word || (RECORD_WORDS.has(declared) && RECORD_WORDS.has(word));
}

function mismatchOf(column: Column): string | null {
  if (column.isInCatalog === false) return WORDS.notInCatalog;
  return column.isDeclared ? null : WORDS.notDeclared;
}

function typeNote(resource: Resource, context: ViewContext): string | null {
  if (resource.catalog !== null) {
    return resource.columns.every((column) => column.isInCatalog === null)
      ? WORDS.typesNotSeen
      : null;
  }
  if (!context.project.facts.hasCatalog) {
    return WORDS.noCatalog;
  }
  if (isEphemeral(resource)) return WORDS.typesOfEphemeral;
  return WORDS.typesNotInCatalog;
}

function noColumns(resource: Resource, context: ViewContext): ColumnsView['empty'] {
  const words = RESOURCE.empty;
  if (isEphemeral(resource))
    return { title: words.columns, text: words.columnsOfEphemeral, command: null };
  const missing = resource.catalog === null ? words.columnsNotInCatalog : words.columnsNotSeen;
  return context.project.facts.hasCatalog
    ? { title: words.columns, text: missing, command: COMMANDS.buildAndDocs }
    : { title: words.columns, text: words.columnsWithoutCatalog, command: COMMANDS.docsGenerate };
}

function isEphemeral(resource: Resource): boolean {
  return resource.details.kind === 'node' && resource.details.materialized === 'ephemeral';
}
