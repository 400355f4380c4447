import type { ResourceLink } from '../resource-link.ts';
import type { ListItem, OwnFacts } from './list-item.ts';
import { columnReader, textReader, type PackedColumn } from './packed-column.ts';
import type { PackedRows, RowPast, RowReference, RowUpstream } from './packed-rows.ts';

const NO_TESTS = { passing: 0, failing: 0, warning: 0, other: 0 };

/** The rows that `packRows` packed. Equal values of rows are one and the same object. */
export function unpackRows(packed: PackedRows, count: number): ListItem[] {
  const name = columnReader(packed.name);
  const uniqueId = textReader(packed.unique_id);
  const href = textReader(packed.href);
  const resourceType = columnReader(packed.resource_type);
  const packageName = columnReader(packed.package_name);
  const summary = columnReader(packed.summary);
  const section = columnReader(packed.section);
  const folder = columnReader(packed.folder);
  const filePath = textReader(packed.file_path);
  const tags = columnReader(packed.tags);
  const owner = columnReader(packed.owner);
  const group = columnReader(packed.group);
  const materialized = columnReader(packed.materialized);
  const access = columnReader(packed.access);
  const database = columnReader(packed.database);
  const schema = columnReader(packed.schema);
  const status = columnReader(packed.status);
  const health = columnReader(packed.health);
  const lastRunAt = columnReader(packed.last_run_at);
  const duration = columnReader(packed.duration);
  const tests = columnReader(packed.test_results);
  const columnCount = columnReader(packed.column_count);
  const describedCount = columnReader(packed.described_column_count);
  const rowCount = columnReader(packed.row_count);
  const own = ownReader(packed);
  return Array.from({ length: count }, (_, row) => {
    const itsName = name(row) ?? '';
    const itsId = uniqueId(row, itsName) ?? '';
    return {
      name: itsName,
      uniqueId: itsId,
      href: href(row, itsId) ?? null,
      resourceType: resourceType(row) ?? '',
      packageName: packageName(row) ?? '',
      summary: summary(row) ?? '',
      section: section(row) ?? '',
      folder: folder(row) ?? '',
      filePath: filePath(row, itsName) ?? null,
      tags: tags(row) ?? [],
      owner: owner(row) ?? null,
      group: group(row) ?? null,
      materialized: materialized(row) ?? null,
      access: access(row) ?? null,
      database: database(row) ?? null,
      schema: schema(row) ?? null,
      status: status(row) ?? null,
      health: health(row) ?? null,
      lastRunAt: lastRunAt(row) ?? null,
      duration: duration(row) ?? null,
      tests: tests(row) ?? NO_TESTS,
      columnCount: columnCount(row) ?? 0,
      describedCount: describedCount(row) ?? 0,
      rowCount: rowCount(row) ?? null,
      own: own(row, itsName),
    };
  });
}

/** All facts by name, so that one that is added can't be forgotten here. */
type EveryOwnFact = { readonly [K in keyof Required<OwnFacts>]: OwnFacts[K] };

function ownReader(packed: PackedRows): (row: number, name: string) => EveryOwnFact {
  const relation = packed.relation === undefined ? absent : textReader(packed.relation);
  const loader = optional(packed.loader);
  const age = optional(packed.age);
  const newestAt = optional(packed.newest_at);
  const label = optional(packed.label);
  const type = optional(packed.type);
  const maturity = optional(packed.maturity);
  const upstream = optional(packed.upstream);
  const formula = optional(packed.formula);
  const columnName = optional(packed.column_name);
  const rule = optional(packed.rule);
  const severity = optional(packed.severity);
  const tested = optional(packed.tested);
  const past = optional(packed.past);
  const parents = optional(packed.depends_on);
  const parentCount = optional(packed.depends_on_count);
  const memberCount = optional(packed.member_count);
  const callerCount = optional(packed.caller_count);
  return (row, name) => ({
    relation: relation(row, name),
    loader: loader(row),
    age: age(row),
    newestAt: newestAt(row),
    label: label(row),
    type: type(row),
    maturity: maturity(row),
    upstream: figures(upstream(row)),
    formula: formula(row),
    columnName: columnName(row),
    rule: rule(row),
    severity: severity(row),
    tested: link(tested(row)),
    past: pastFigures(past(row)),
    parents: parents(row)?.map(toLink),
    parentCount: parentCount(row),
    memberCount: memberCount(row),
    callerCount: callerCount(row),
  });
}

function absent(): undefined {
  return undefined;
}

function optional<T>(column: PackedColumn<T> | undefined): (row: number) => T | undefined {
  return column === undefined ? absent : columnReader(column);
}

function figures(found: RowUpstream | null | undefined): OwnFacts['upstream'] {
  if (!found) return undefined;
  const { total, in_trouble: inTrouble, test_results: tests, findings } = found;
  return { total, inTrouble, tests, findings };
}

function pastFigures(found: RowPast | null | undefined): OwnFacts['past'] {
  if (!found) return undefined;
  const { since_href: sinceHref, has_begun: hasBegun, ...others } = found;
  return { ...others, sinceHref, hasBegun };
}

function link(reference: RowReference | null | undefined): ResourceLink | null | undefined {
  return reference ? toLink(reference) : reference;
}

function toLink({ unique_id, name, resource_type, href }: RowReference): ResourceLink {
  return { uniqueId: unique_id, name, resourceType: resource_type, href };
}
