import { expect, it } from 'vitest';
import { metricFormula } from './metric-formula.ts';

const week = { count: 1, granularity: 'week' };

it.each([
  ['simple', { measure: { name: 'revenue' } }, 'revenue'],
  [
    'simple',
    { expr: 'quantity', metric_aggregation_params: { agg: 'sum', expr: null } },
    'sum of quantity',
  ],
  ['simple', { metric_aggregation_params: { agg: 'count' } }, 'count'],
  ['ratio', { numerator: { name: 'revenue' }, denominator: 'orders' }, 'revenue / orders'],
  ['derived', { expr: 'revenue - cost' }, 'revenue - cost'],
  ['cumulative', { measure: 'revenue' }, 'revenue over all time'],
  ['cumulative', { measure: 'revenue', window: week }, 'revenue over the last 1 week'],
  [
    'cumulative',
    { cumulative_type_params: { metric: { name: 'revenue' }, grain_to_date: 'month' } },
    'revenue, month to date',
  ],
  [
    'conversion',
    {
      conversion_type_params: {
        base_measure: { name: 'visits' },
        conversion_measure: { name: 'orders' },
        calculation: 'conversion_rate',
        window: { count: 7, granularity: 'day' },
      },
    },
    'orders per visits within 7 days',
  ],
  [
    'conversion',
    {
      conversion_type_params: {
        base_metric: { name: 'visits' },
        conversion_metric: { name: 'orders' },
        calculation: 'conversions',
      },
    },
    'orders after visits',
  ],
  ['newer than this', { expr: 'a + b' }, 'a + b'],
  ['ratio', {}, null],
])('says how a %s metric of %j is computed', (type, params, formula) => {
  expect(metricFormula({ type, type_params: params, legacy: null })).toBe(formula);
});
