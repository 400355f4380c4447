import { SECTIONS } from '../../messages/resource-sections.ts';
import type { NodeDetails } from '../../project/details/details.ts';
import { objectOf, textOf, type RawObject } from '../../project/raw-values.ts';
import type { Resource } from '../../project/resource.ts';
import { codeCell, facts, jsonCell, noneCell, textCell } from '../cells.ts';
import type { Cell, Section } from '../section.ts';
import { codeSection, factsSection, tableSection } from './section-parts.ts';

/** A setting with the parts of `config` that it tells of. */
type Setting = readonly [label: string, value: Cell | null, ...keys: readonly string[]];

const WORDS = SECTIONS.build;

/** How a model, seed or snapshot is built: contract, strategy, keys, hooks, grants. Empty where nothing is set. */
export function buildSections(resource: Resource): Section[] {
  const { details, config } = resource;
  if (details.kind !== 'node') return [];
  const built = facts(settings(details, config).map(([label, value]) => [label, value]));
  return [
    ...contractSection(details),
    ...(built.length === 0 ? [] : [factsSection('build', WORDS.title, built)]),
    ...columnTypes(config['column_types']),
    ...hookSections('pre-hook', SECTIONS.hooks.pre, config['pre-hook']),
    ...hookSections('post-hook', SECTIONS.hooks.post, config['post-hook']),
    ...headerSection(config['sql_header']),
    ...grantSection(config['grants']),
  ];
}

/** Parts of `config` that these sections show, so that nothing else has to. */
export function shownAsSettings({ details, config }: Resource): ReadonlySet<string> {
  if (details.kind !== 'node') return new Set();
  const shown = settings(details, config).flatMap(([, value, ...keys]) =>
    value === null ? [] : keys,
  );
  return new Set([...shown, ...OWN_SECTIONS]);
}

const OWN_SECTIONS = ['column_types', 'pre-hook', 'post-hook', 'sql_header', 'grants'] as const;

function settings(details: NodeDetails, config: RawObject): Setting[] {
  const isIncremental = details.materialized === 'incremental';
  const isSnapshot = details.materialized === 'snapshot';
  const coded = (label: string, key: string): Setting => [label, code(config[key]), key];
  const listed = (label: string, key: string): Setting => [label, names(config[key]), key];
  const flagged = (label: string, key: string, yes: string, no: string): Setting => [
    label,
    flag(config[key], yes, no),
    key,
  ];
  return [
    [
      WORDS.strategy,
      code(config['incremental_strategy']) ??
        (isIncremental ? noneCell(WORDS.adapterDefault) : null),
      'incremental_strategy',
    ],
    coded(WORDS.snapshotStrategy, 'strategy'),
    listed(WORDS.uniqueKey, 'unique_key'),
    [
      WORDS.onSchemaChange,
      isIncremental ? code(config['on_schema_change']) : null,
      'on_schema_change',
    ],
    listed(WORDS.mergeUpdates, 'merge_update_columns'),
    listed(WORDS.mergeExcludes, 'merge_exclude_columns'),
    [WORDS.predicates, names(config['incremental_predicates'], '\nand '), 'incremental_predicates'],
    flagged(WORDS.fullRefresh, 'full_refresh', WORDS.fullRefreshAlways, WORDS.fullRefreshNever),
    coded(WORDS.eventTime, 'event_time'),
    coded(WORDS.batchSize, 'batch_size'),
    [
      WORDS.lookback,
      textOf(config['batch_size']) === null ? null : batches(config['lookback']),
      'lookback',
    ],
    coded(WORDS.begin, 'begin'),
    flagged(WORDS.concurrentBatches, 'concurrent_batches', WORDS.yes, WORDS.no),
    [WORDS.partitionBy, partition(config['partition_by']), 'partition_by'],
    listed(WORDS.clusterBy, 'cluster_by'),
    listed(WORDS.sort, 'sort'),
    listed(WORDS.dist, 'dist'),
    [WORDS.indexes, isNothing(config['indexes']) ? null : jsonCell(config['indexes']), 'indexes'],
    [WORDS.buildAfter, buildAfter(config['freshness']), 'freshness'],
    [WORDS.timeSpine, code(timeSpineText(details))],
    [WORDS.customGranularities, code(customGranularities(details))],
    [WORDS.updatedAt, isSnapshot ? code(config['updated_at']) : null, 'updated_at'],
    [
      WORDS.checkCols,
      config['check_cols'] === 'all' ? textCell(WORDS.allColumns) : names(config['check_cols']),
      'check_cols',
    ],
    [WORDS.hardDeletes, hardDeletes(config), 'hard_deletes', 'invalidate_hard_deletes'],
    coded(WORDS.validToCurrent, 'dbt_valid_to_current'),
    [
      WORDS.metaColumns,
      renamed(config['snapshot_meta_column_names']),
      'snapshot_meta_column_names',
    ],
    [
      WORDS.delimiter,
      details.materialized === 'seed' ? code(config['delimiter']) : null,
      'delimiter',
    ],
    flagged(WORDS.quoteColumns, 'quote_columns', WORDS.yes, WORDS.no),
  ];
}

function timeSpineText({ timeSpineColumn, timeSpineGranularity }: NodeDetails): string | null {
  return timeSpineColumn === null || timeSpineGranularity === null
    ? timeSpineColumn
    : `${timeSpineColumn} (${timeSpineGranularity})`;
}

function customGranularities({ customGranularities: list }: NodeDetails): string | null {
  const texts = list.map(({ name, column }) => (name === column ? name : `${name} (${column})`));
  return texts.join(', ') || null;
}

function contractSection({ contractEnforced, constraints }: NodeDetails): Section[] {
  if (constraints.length === 0) return [];
  const words = SECTIONS.contract;
  return [
    tableSection(
      'contract',
      words.title,
      [words.constraint, SECTIONS.name, words.columns, words.expression],
      constraints.map(({ type, name, columns, expression }) => [
        textCell(type.replaceAll('_', ' ')),
        name === null || name === '' ? noneCell(SECTIONS.notTyped) : codeCell(name),
        columns.length === 0 ? noneCell(words.wholeModel) : codeCell(columns.join(', ')),
        expression === null || expression === ''
          ? noneCell(words.noExpression)
          : codeCell(expression),
      ]),
      { note: contractEnforced ? words.enforced : words.notEnforced },
    ),
  ];
}

function columnTypes(raw: unknown): Section[] {
  const entries = Object.entries(objectOf(raw) ?? {});
  if (entries.length === 0) return [];
  const { title, column, type } = SECTIONS.columnTypes;
  return [
    tableSection(
      'column-types',
      title,
      [column, type],
      entries.map(([name, value]) => [
        codeCell(name),
        codeCell(typeof value === 'string' ? value : JSON.stringify(value)),
      ]),
    ),
  ];
}

function hookSections(id: string, title: string, raw: unknown): Section[] {
  return (Array.isArray(raw) ? (raw as unknown[]) : [raw]).flatMap((hook, at) => {
    const object = objectOf(hook);
    const sql = textOf(hook) ?? textOf(object?.['sql']);
    if (sql === null) return [];
    const isOutside = object?.['transaction'] === false;
    return [
      codeSection(
        at === 0 ? id : `${id}-${at + 1}`,
        title,
        'sql',
        sql.trim(),
        isOutside ? SECTIONS.hooks.outside : null,
      ),
    ];
  });
}

function headerSection(raw: unknown): Section[] {
  const sql = textOf(raw);
  return sql === null ? [] : [codeSection('sql-header', SECTIONS.sqlHeader, 'sql', sql.trim())];
}

function grantSection(raw: unknown): Section[] {
  const rows = Object.entries(objectOf(raw) ?? {}).flatMap(([privilege, grantees]) => {
    const list = textsOf(grantees);
    return list.length === 0 ? [] : [[codeCell(privilege), codeCell(list.join(', '))]];
  });
  const { title, privilege, grantees } = SECTIONS.grants;
  return rows.length === 0 ? [] : [tableSection('grants', title, [privilege, grantees], rows)];
}

/** BigQuery's object (`date_day by month`), or a list of columns and expressions. */
function partition(raw: unknown): Cell | null {
  const object = objectOf(raw);
  const field = textOf(object?.['field']);
  if (object === null || field === null) return names(raw);
  const range = objectOf(object['range']);
  const parts = [
    textOf(object['granularity']) === null ? '' : ` by ${textOf(object['granularity'])}`,
    textOf(object['data_type']) === null ? '' : ` (${textOf(object['data_type'])})`,
    range === null
      ? ''
      : `${WORDS.range(String(range['start']), String(range['end']), String(range['interval']))}`,
  ];
  return codeCell(`${field}${parts.join('')}`);
}

function hardDeletes(config: RawObject): Cell | null {
  const stated = textOf(config['hard_deletes']);
  const word = stated ?? (config['invalidate_hard_deletes'] === true ? 'invalidate' : null);
  if (word === null) return null;
  const known: Readonly<Record<string, string>> = WORDS.hardDeletesText;
  return textCell(known[word] ?? word);
}

function buildAfter(raw: unknown): Cell | null {
  const after = objectOf(objectOf(raw)?.['build_after']);
  const count = after?.['count'];
  const period = textOf(after?.['period']);
  if (typeof count !== 'number' || period === null) return null;
  return textCell(
    WORDS.buildAfterText(
      `${count} ${period}${count === 1 ? '' : 's'}`,
      textOf(after?.['updates_on']),
    ),
  );
}

function renamed(raw: unknown): Cell | null {
  const pairs = Object.entries(objectOf(raw) ?? {}).flatMap(([from, to]) =>
    typeof to === 'string' && to !== '' ? [WORDS.renamed(from, to)] : [],
  );
  return pairs.length === 0 ? null : codeCell(pairs.join(', '));
}

function batches(raw: unknown): Cell | null {
  return typeof raw === 'number' ? textCell(WORDS.batches(raw)) : code(raw);
}

function flag(raw: unknown, yes: string, no: string): Cell | null {
  if (raw === true) return textCell(yes);
  return raw === false ? textCell(no) : null;
}

function names(raw: unknown, between = ', '): Cell | null {
  if (objectOf(raw) !== null) return jsonCell(raw);
  const list = textsOf(raw);
  return list.length === 0 ? null : codeCell(list.join(between));
}

function code(raw: unknown): Cell | null {
  const value = textOf(raw);
  return value === null ? null : codeCell(value);
}

/** One name, or a list of them, as a list. */
function textsOf(raw: unknown): string[] {
  const list = Array.isArray(raw) ? (raw as unknown[]) : [raw];
  return list.flatMap((item) => {
    if (typeof item === 'string') return item === '' ? [] : [item];
    return item === null || item === undefined ? [] : [JSON.stringify(item)];
  });
}

function isNothing(raw: unknown): boolean {
  return raw === null || raw === undefined || (Array.isArray(raw) && raw.length === 0);
}
