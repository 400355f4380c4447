import { describe, expect, it } from 'vitest';
import type { MetricDetails, SemanticElement } from '../../project/details/details.ts';
import type { Resource } from '../../project/resource.ts';
import { aContext, aResource } from '../test-context.ts';
import type { Cell, Section } from '../section.ts';
import { metricSections } from './metric-sections.ts';

const NOTHING = {
  expression: null,
  description: '',
  label: null,
  granularity: null,
  timeDimension: null,
  nonAdditiveDimension: null,
  percentile: null,
};
const element = (name: string, given: Partial<SemanticElement>): SemanticElement => ({
  ...NOTHING,
  name,
  type: null,
  ...given,
});

const ORDERS = aResource('semantic_model.shop.orders', {
  details: {
    kind: 'semantic_model',
    modelId: null,
    primaryEntity: null,
    defaultTimeDimension: null,
    entities: [element('order', { type: 'primary' }), element('customer', { type: 'foreign' })],
    dimensions: [element('day', { type: 'time', granularity: 'day' })],
    measures: [element('total', { type: 'sum', expression: 'amount' })],
  },
});

function metric(
  name: string,
  metricType: string,
  typeParams: Record<string, unknown>,
  parents: readonly string[] = [],
): Resource & { details: MetricDetails } {
  return {
    ...aResource(`metric.shop.${name}`, { parents }),
    details: {
      kind: 'metric',
      metricType,
      formula: null,
      filters: [],
      timeGranularity: null,
      typeParams,
      dimensions: [],
      timestamp: null,
      timeGrains: [],
    },
  };
}

const REVENUE = metric(
  'revenue',
  'simple',
  { measure: { name: 'total', join_to_timespine: true, fill_nulls_with: 0 } },
  [ORDERS.uniqueId],
);

function textOf(cell: Cell): string {
  if (cell.kind === 'links') return cell.links.map(({ name, href }) => `${name} ${href}`).join(' ');
  return 'text' in cell ? cell.text : '—';
}

function tableOf(resource: typeof REVENUE, id: string): { heads: string[]; rows: string[][] } {
  const sections: Section[] = metricSections(
    resource,
    resource.details,
    aContext([ORDERS, REVENUE, resource]),
  );
  const table = sections.find((section) => section.id === id);
  return table?.kind !== 'table'
    ? { heads: [], rows: [] }
    : {
        heads: table.columns.map(({ label }) => label),
        rows: table.rows.map((row) => row.map(textOf)),
      };
}

describe('metricSections', () => {
  it('leads from a simple metric to its measure and says how that is computed', () => {
    expect(tableOf(REVENUE, 'inputs')).toEqual({
      heads: ['Role', 'Input', 'How'],
      rows: [
        [
          'measure',
          'orders.total /docs/semantic-models/semantic_model.shop.orders/#measure-total',
          'sum of amount, days without data are filled from the time spine, missing values are 0',
        ],
      ],
    });
  });

  it.each([
    [
      metric('visits_to_orders', 'conversion', {
        conversion_type_params: {
          entity: 'user',
          constant_properties: [
            { base_property: 'product', conversion_property: 'product' },
            { base_property: 'shop', conversion_property: 'store' },
          ],
        },
      }),
      'How many of one event lead to another. The two events belong together when they have the same user. These have to be equal as well: product, shop and store.',
    ],
    [
      metric('revenue_to_date', 'cumulative', { cumulative_type_params: { period_agg: 'last' } }),
      'Adds up along time. Over a longer period it shows the last value of the period.',
    ],
  ])('says how %# is computed', (resource, note) => {
    const [formula] = metricSections(
      resource,
      { ...resource.details, formula: 'x' },
      aContext([resource]),
    );
    expect(formula).toMatchObject({ id: 'formula', note });
  });

  it('names both sides of a ratio, with the filter of one', () => {
    const ratio = metric(
      'share',
      'ratio',
      {
        numerator: { name: 'revenue' },
        denominator: {
          name: 'revenue',
          filter: { where_filters: [{ where_sql_template: "{{ Dimension('x') }} = 1\n" }] },
        },
      },
      [REVENUE.uniqueId],
    );
    expect(tableOf(ratio, 'inputs').rows).toEqual([
      ['numerator', 'revenue /docs/metrics/metric.shop.revenue/', '—'],
      ['denominator', 'revenue /docs/metrics/metric.shop.revenue/', "{{ Dimension('x') }} = 1"],
    ]);
  });

  it('tells what a derived metric compares with', () => {
    const growth = metric(
      'growth',
      'derived',
      {
        metrics: [
          { name: 'revenue', alias: 'now' },
          { name: 'revenue', alias: 'then', offset_window: { count: 2, granularity: 'week' } },
        ],
      },
      [REVENUE.uniqueId],
    );
    expect(tableOf(growth, 'inputs').rows.map((row) => row[2])).toEqual([
      'as now',
      'as then, shifted by 2 weeks',
    ]);
  });

  it('tells how a metric aggregates that has no measure', () => {
    const own = metric(
      'units',
      'simple',
      {
        expr: 'quantity',
        metric_aggregation_params: {
          agg: 'sum',
          semantic_model: 'orders',
          agg_time_dimension: 'ordered_on',
        },
      },
      [ORDERS.uniqueId],
    );
    expect(tableOf(own, 'inputs').rows).toEqual([
      [
        'its own aggregation',
        'orders /docs/semantic-models/semantic_model.shop.orders/',
        'sum of quantity, along ordered_on',
      ],
    ]);
  });

  it('lists the dimensions that it can be grouped by, through its input metrics', () => {
    const derived = metric('d', 'derived', { metrics: [{ name: 'revenue' }] }, [REVENUE.uniqueId]);
    expect(tableOf(derived, 'dimensions').rows).toEqual([
      ['order__day', 'time', 'day', 'orders /docs/semantic-models/semantic_model.shop.orders/'],
    ]);
  });
});
