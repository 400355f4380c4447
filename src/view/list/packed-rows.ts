import type { ResourceLink } from '../resource-link.ts';
import { packColumn, packTexts, type PackedColumn, type PackedTexts } from './packed-column.ts';
import type { ListItem, OwnFacts, TestPast } from './list-item.ts';

/** The rows of a list column by column, as `/<collection>/rows.json` has them. */
export interface PackedRows {
  readonly name: PackedColumn<string>;
  readonly unique_id: PackedTexts;
  readonly href: PackedTexts<string | null>;
  readonly resource_type: PackedColumn<string>;
  readonly package_name: PackedColumn<string>;
  readonly summary: PackedColumn<string>;
  readonly section: PackedColumn<string>;
  readonly folder: PackedColumn<string>;
  readonly file_path: PackedTexts<string | null>;
  readonly tags: PackedColumn<readonly string[]>;
  readonly owner: PackedColumn<string | null>;
  readonly group: PackedColumn<string | null>;
  readonly materialized: PackedColumn<string | null>;
  readonly access: PackedColumn<string | null>;
  readonly database: PackedColumn<string | null>;
  readonly schema: PackedColumn<string | null>;
  readonly status: PackedColumn<ListItem['status']>;
  readonly health: PackedColumn<ListItem['health']>;
  readonly last_run_at: PackedColumn<string | null>;
  readonly duration: PackedColumn<number | null>;
  readonly test_results: PackedColumn<ListItem['tests']>;
  readonly column_count: PackedColumn<number>;
  readonly described_column_count: PackedColumn<number>;
  readonly row_count: PackedColumn<number | null>;
  readonly relation?: PackedTexts<string | null>;
  readonly loader?: PackedColumn<string | null>;
  readonly age?: PackedColumn<number | null>;
  readonly newest_at?: PackedColumn<string | null>;
  readonly label?: PackedColumn<string | null>;
  readonly type?: PackedColumn<string | null>;
  readonly maturity?: PackedColumn<string | null>;
  readonly upstream?: PackedColumn<RowUpstream | null>;
  readonly formula?: PackedColumn<string | null>;
  readonly column_name?: PackedColumn<string | null>;
  readonly rule?: PackedColumn<string | null>;
  readonly severity?: PackedColumn<string | null>;
  readonly tested?: PackedColumn<RowReference | null>;
  readonly past?: PackedColumn<RowPast | null>;
  readonly depends_on?: PackedColumn<readonly RowReference[]>;
  readonly depends_on_count?: PackedColumn<number>;
  readonly member_count?: PackedColumn<number>;
  readonly caller_count?: PackedColumn<number>;
}

export interface RowReference {
  readonly unique_id: string;
  readonly name: string;
  readonly resource_type: string;
  readonly href: string | null;
}

export interface RowPast {
  readonly since: string | null;
  readonly since_href: string | null;
  readonly has_begun: boolean;
  readonly flips: number;
  readonly runs: number;
  readonly last: TestPast['last'];
}

export interface RowUpstream {
  readonly total: number;
  readonly in_trouble: number;
  readonly test_results: ListItem['tests'];
  readonly findings: number;
}

/** Packs the rows of a list, in their order. */
export function packRows(items: readonly ListItem[]): PackedRows {
  const names = items.map(({ name }) => name);
  const ids = items.map(({ uniqueId }) => uniqueId);
  const column = <T>(of: (item: ListItem) => T) => packColumn(items.map(of));
  return {
    name: packColumn(names),
    unique_id: packTexts(ids, 'name', names),
    href: packTexts(
      items.map(({ href }) => href),
      'unique_id',
      ids,
    ),
    resource_type: column(({ resourceType }) => resourceType),
    package_name: column(({ packageName }) => packageName),
    summary: column(({ summary }) => summary),
    section: column(({ section }) => section),
    folder: column(({ folder }) => folder),
    file_path: packTexts(
      items.map(({ filePath }) => filePath),
      'name',
      names,
    ),
    tags: column(({ tags }) => tags),
    owner: column(({ owner }) => owner),
    group: column(({ group }) => group),
    materialized: column(({ materialized }) => materialized),
    access: column(({ access }) => access),
    database: column(({ database }) => database),
    schema: column(({ schema }) => schema),
    status: column(({ status }) => status),
    health: column(({ health }) => health),
    last_run_at: column(({ lastRunAt }) => lastRunAt),
    duration: column(({ duration }) => duration),
    test_results: column(({ tests }) => tests),
    column_count: column(({ columnCount }) => columnCount),
    described_column_count: column(({ describedCount }) => describedCount),
    row_count: column(({ rowCount }) => rowCount),
    ...packOwn(
      items.map(({ own }) => own),
      names,
    ),
  };
}

function packOwn(facts: readonly OwnFacts[], names: readonly string[]): Partial<PackedRows> {
  const has = (key: keyof OwnFacts): boolean => facts.some((own) => own[key] !== undefined);
  const column = <K extends keyof OwnFacts, T>(key: K, of: (own: OwnFacts) => T) =>
    has(key) ? packColumn(facts.map(of)) : undefined;
  return {
    relation: has('relation')
      ? packTexts(
          facts.map(({ relation = null }) => relation),
          'name',
          names,
        )
      : undefined,
    loader: column('loader', ({ loader = null }) => loader),
    age: column('age', ({ age = null }) => age),
    newest_at: column('newestAt', ({ newestAt = null }) => newestAt),
    label: column('label', ({ label = null }) => label),
    type: column('type', ({ type = null }) => type),
    maturity: column('maturity', ({ maturity = null }) => maturity),
    upstream: column('upstream', ({ upstream }) =>
      upstream === undefined
        ? null
        : {
            total: upstream.total,
            in_trouble: upstream.inTrouble,
            test_results: upstream.tests,
            findings: upstream.findings,
          },
    ),
    formula: column('formula', ({ formula = null }) => formula),
    column_name: column('columnName', ({ columnName = null }) => columnName),
    rule: column('rule', ({ rule = null }) => rule),
    severity: column('severity', ({ severity = null }) => severity),
    tested: column('tested', ({ tested }) => (tested ? reference(tested) : null)),
    past: column('past', ({ past }) =>
      past === undefined
        ? null
        : {
            since: past.since,
            since_href: past.sinceHref,
            has_begun: past.hasBegun,
            flips: past.flips,
            runs: past.runs,
            last: past.last,
          },
    ),
    depends_on: column('parents', ({ parents = [] }) => parents.map(reference)),
    depends_on_count: column('parentCount', ({ parentCount = 0 }) => parentCount),
    member_count: column('memberCount', ({ memberCount = 0 }) => memberCount),
    caller_count: column('callerCount', ({ callerCount = 0 }) => callerCount),
  };
}

function reference({ uniqueId, name, resourceType, href }: ResourceLink): RowReference {
  return { unique_id: uniqueId, name, resource_type: resourceType, href };
}
