import { RESOURCE } from '../../messages/resource.ts';
import { formatNumber } from '../../messages/format-number.ts';
import type { CatalogStat, Resource } from '../../project/resource.ts';
import { codeCell, facts, textCell } from '../cells.ts';
import { formatBytes } from '../format-bytes.ts';
import type { Cell, Fact } from '../section.ts';

type Entry = readonly [label: string, value: Cell | null];

/** Names that adapters give the number of rows, and the size. */
const ROWS: readonly string[] = ['row_count', 'num_rows', 'rows'];
const SIZES: readonly string[] = ['bytes', 'num_bytes', 'size'];

/** The figures that stand right under the title. */
export function barFacts(resource: Resource): Fact[] {
  return facts([
    ...typeEntries(resource),
    [RESOURCE.bar.rows, rowsCell(resource)],
    [RESOURCE.bar.size, sizeCell(resource)],
    [RESOURCE.bar.relation, relationCell(resource)],
  ]);
}

function typeEntries({ details }: Resource): Entry[] {
  const { materialization, type, maturity, loader, severity, returns } = RESOURCE.bar;
  switch (details.kind) {
    case 'node':
      return [[materialization, text(details.materialized)]];
    case 'source':
      return [[loader, text(details.loader)]];
    case 'exposure':
      return [
        [type, text(details.exposureType)],
        [maturity, text(details.maturity)],
      ];
    case 'metric':
      return [[type, text(details.metricType)]];
    case 'test':
      return [[severity, text(details.severity)]];
    case 'function':
      return [
        [type, text(details.functionType)],
        [returns, details.returns === null ? null : codeCell(details.returns)],
      ];
    case 'semantic_model':
      return [
        [
          RESOURCE.bar.primaryEntity,
          details.primaryEntity === null ? null : codeCell(details.primaryEntity),
        ],
      ];
    case 'unit_test':
    case 'saved_query':
    case 'macro':
    case 'group':
    case 'other':
      return [];
  }
}

/** The catalog's number of rows; null where it has none. */
export function rowsCell({ catalog }: Resource): Cell | null {
  const value = statValue(catalog?.stats ?? [], ROWS);
  return value === null ? null : { kind: 'number', value, text: formatNumber(value) };
}

/** The catalog's size of the relation; null where it has none. */
export function sizeCell({ catalog }: Resource): Cell | null {
  const value = statValue(catalog?.stats ?? [], SIZES);
  return value === null ? null : { kind: 'number', value, text: formatBytes(value) };
}

/** A statistic as people read it: sizes with a unit, numbers with commas; null for one that says nothing. */
export function statCell({ id, value }: CatalogStat): Cell | null {
  if (value === null || value === '') return null;
  const number = numberOf(value);
  if (number === null) return textCell(String(value));
  return {
    kind: 'number',
    value: number,
    text: SIZES.includes(id) ? formatBytes(number) : formatNumber(number),
  };
}

function statValue(stats: readonly CatalogStat[], ids: readonly string[]): number | null {
  for (const id of ids) {
    const stat = stats.find((candidate) => candidate.id === id);
    const value = stat === undefined ? null : numberOf(stat.value);
    if (value !== null && value >= 0) return value;
  }
  return null;
}

/** Adapters write numbers as numbers or as text. */
function numberOf(value: CatalogStat['value']): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  return typeof value === 'string' && /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(value)
    ? Number(value)
    : null;
}

function relationCell({ relation, details }: Resource): Cell | null {
  const name = relation?.name ?? null;
  return name === null || details.kind === 'test' ? null : codeCell(name, true);
}

function text(value: string | null): Cell | null {
  return value === null || value === '' ? null : textCell(value);
}
