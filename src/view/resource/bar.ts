import { OVER_TIME } from '../../messages/over-time.ts';
import { RESOURCE } from '../../messages/resource.ts';
import { formatNumber } from '../../messages/format-number.ts';
import type { CatalogStat, Resource } from '../../project/resource.ts';
import { codeCell, facts, linksCell, textCell, urlCell } from '../cells.ts';
import type { ViewContext } from '../context.ts';
import { formatBytes } from '../format-bytes.ts';
import type { Cell, Fact } from '../section.ts';
import { ownerCell } from './owner-cell.ts';

type Entry = readonly [label: string, value: Cell | null];

/** Names that adapters give the number of rows, and the size. */
const ROWS: readonly string[] = ['row_count', 'num_rows', 'rows'];
const SIZES: readonly string[] = ['bytes', 'num_bytes', 'size'];

/** The figures that stand right under the title. */
export function barFacts(resource: Resource, context: ViewContext): Fact[] {
  return facts([
    ...typeEntries(resource, context),
    [RESOURCE.bar.rows, rowsCell(resource)],
    [RESOURCE.bar.size, sizeCell(resource)],
    [RESOURCE.bar.relation, relationCell(resource)],
  ]);
}

function typeEntries(resource: Resource, context: ViewContext): Entry[] {
  const { details } = resource;
  const words = RESOURCE.bar;
  switch (details.kind) {
    case 'node':
      return [[words.materialization, text(details.materialized)]];
    case 'source':
      return [...checkEntries(resource, context), [words.loader, text(details.loader)]];
    case 'exposure':
      return [
        [words.type, text(details.exposureType)],
        [words.maturity, text(details.maturity)],
        [words.owner, ownerCell(resource, context)],
        [words.url, details.url === null || details.url === '' ? null : urlCell(details.url)],
      ];
    case 'metric':
      return [[words.type, text(details.metricType)]];
    case 'test':
      return [
        [words.severity, text(details.severity)],
        [
          words.tests,
          links(details.attachedNode === null ? resource.parents : [details.attachedNode], context),
        ],
      ];
    case 'unit_test':
      return [
        [
          words.tests,
          details.testedNode === null
            ? codeCell(details.modelName)
            : links([details.testedNode], context),
        ],
      ];
    case 'function':
      return [
        [words.type, text(details.functionType)],
        [words.returns, details.returns === null ? null : codeCell(details.returns)],
      ];
    case 'semantic_model':
      return [
        [words.builtOn, details.modelId === null ? null : links([details.modelId], context)],
        [
          words.primaryEntity,
          details.primaryEntity === null ? null : codeCell(details.primaryEntity),
        ],
      ];
    case 'group':
      return [[words.owner, ownerCell(resource, context)]];
    case 'saved_query':
    case 'macro':
    case 'other':
      return [];
  }
}

/** How old the data of a source was when it was checked, and when its newest record came. */
function checkEntries({ uniqueId }: Resource, { history }: ViewContext): Entry[] {
  const checked = history.latestFreshness(uniqueId)?.result;
  if (checked === undefined) return [];
  const { age, maxLoadedAt } = checked;
  return [
    [OVER_TIME.table.age, age === null ? null : { kind: 'duration', seconds: age }],
    [OVER_TIME.table.newest, maxLoadedAt === null ? null : { kind: 'time', iso: maxLoadedAt }],
  ];
}

/** A few links: what stands under the title is no list. */
function links(ids: readonly string[], context: ViewContext): Cell | null {
  const shown = ids.slice(0, 3);
  return ids.length === 0 ? null : linksCell(context.links.links(shown), ids.length - shown.length);
}

/** The catalog's number of rows; null where it tells none. */
export function rowCount({ catalog }: Resource): number | null {
  return statValue(catalog?.stats ?? [], ROWS);
}

/** The catalog's number of rows; null where it has none. */
export function rowsCell(resource: Resource): Cell | null {
  const value = rowCount(resource);
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
