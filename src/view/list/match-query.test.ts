import { describe, expect, it } from 'vitest';
import { indexItems, matching } from './match-query.ts';
import { parseQuery } from './parse-query.ts';
import { anItem } from './testing/an-item.ts';

const ITEMS = [
  anItem('fct_orders', {
    summary: 'One row per order, as "paid"',
    section: 'marts / finance',
    folder: 'marts/finance',
    filePath: 'models/marts/finance/fct_orders.sql',
    tags: ['nightly', 'finance'],
    owner: 'Ann Lee',
    materialized: 'incremental',
    access: 'public',
    status: { word: 'error', kind: 'error' },
    health: 'degraded',
    tests: { passing: 3, failing: 1, warning: 0, other: 0 },
    columnCount: 20,
    describedCount: 8,
  }),
  anItem('fct_payments', {
    section: 'marts / finance / old',
    folder: 'marts/finance/old',
    filePath: 'models/marts/finance/old/fct_payments.sql',
    tags: ['weekly'],
    owner: 'Leeds team',
    materialized: 'table',
    access: 'protected',
    status: { word: 'success', kind: 'success' },
    health: 'healthy',
    tests: { passing: 2, failing: 0, warning: 0, other: 0 },
  }),
  anItem('stg_orders', {
    section: 'staging',
    folder: 'staging',
    filePath: 'models/staging/stg_orders.sql',
    summary: 'Orders: as they came',
    packageName: 'shop_source',
    materialized: 'view',
    status: { word: 'not run', kind: 'none' },
    health: 'unknown',
    database: 'dev',
    schema: 'stg',
  }),
  anItem('not_null', {
    resourceType: 'test',
    status: { word: 'fail', kind: 'error' },
    own: { severity: 'warn', columnName: 'id' },
    tests: { passing: 0, failing: 0, warning: 0, other: 2 },
  }),
];
const INDEX = indexItems(ITEMS);

function found(query: string): string[] {
  return matching(INDEX, parseQuery(query)).map((at) => ITEMS[at]?.name ?? '');
}

const ALL = ['fct_orders', 'fct_payments', 'stg_orders', 'not_null'];

describe('a filter', () => {
  it.each<[string, string[]]>([
    ['', ALL],
    ['   ', ALL],
    ['orders', ['fct_orders', 'stg_orders']],
    ['ORDERS', ['fct_orders', 'stg_orders']],
    ['orders fct', ['fct_orders']],
    ['order row', ['fct_orders']],
    ['"row per"', ['fct_orders']],
    ['"per row"', []],
    ['-orders', ['fct_payments', 'not_null']],
    ['-"row per" orders', ['stg_orders']],
    ['fct -tag:nightly', ['fct_payments']],
    ['tag:nightly', ['fct_orders']],
    ['tags:nightly', ['fct_orders']],
    ['tag:night', []],
    ['tag:night*', ['fct_orders']],
    ['tag:*ly', ['fct_orders', 'fct_payments']],
    ['tag:"night*"', []],
    ['tag:nightly,weekly', ['fct_orders', 'fct_payments']],
    ['-tag:nightly,weekly', ['stg_orders', 'not_null']],
    ['tag:nightly tag:weekly', []],
    ['tag:nightly tag:finance', ['fct_orders']],
    ['status:error', ['fct_orders', 'not_null']],
    ['status:fail', ['not_null']],
    ['status:"not run"', ['stg_orders']],
    ['status:success,fail', ['fct_payments', 'not_null']],
    ['-status:error', ['fct_payments', 'stg_orders']],
    ['type:test', ['not_null']],
    ['path:marts', ['fct_orders', 'fct_payments']],
    ['path:marts/finance', ['fct_orders', 'fct_payments']],
    ['path:marts/finance/old/', ['fct_payments']],
    ['path:mar', []],
    ['path:*finance*', ['fct_orders', 'fct_payments']],
    ['path:models/staging', ['stg_orders']],
    ['folder:staging', ['stg_orders']],
    ['-path:marts', ['stg_orders', 'not_null']],
    ['owner:lee', ['fct_orders', 'fct_payments']],
    ['owner:"ann lee"', ['fct_orders']],
    ['owner:"lee"', []],
    ['health:degraded', ['fct_orders']],
    ['health:healthy,unknown', ['fct_payments', 'stg_orders']],
    ['access:public', ['fct_orders']],
    ['materialized:incremental', ['fct_orders']],
    ['materialization:view', ['stg_orders']],
    ['package:shop_source', ['stg_orders']],
    ['database:dev schema:stg', ['stg_orders']],
    ['severity:warn', ['not_null']],
    ['tests:failing', ['fct_orders']],
    ['tests:"not run"', ['not_null']],
    ['tests:none', ['stg_orders']],
    ['has:description', ['fct_orders', 'stg_orders']],
    ['-has:owner', ['stg_orders', 'not_null']],
    ['has:undescribed-columns', ['fct_orders']],
    ['name:orders', ['fct_orders', 'stg_orders']],
    ['name:"fct_orders"', ['fct_orders']],
    ['name:fct_*', ['fct_orders', 'fct_payments']],
    ['Orders:', ['stg_orders']],
    ['unknown:field', []],
    ['tag:', ALL],
    ['-', []],
    ['"orders', ['fct_orders', 'stg_orders']],
    ['"as \\"paid\\""', ['fct_orders']],
    ['tag:(.*', []],
    ['(', []],
  ])('%s finds %j', (query, names) => {
    expect(found(query)).toEqual(names);
  });

  it('goes through ten thousand rows within a frame or two', () => {
    const many = indexItems(
      Array.from({ length: 10_000 }, (_, at) =>
        anItem(`fct_${at}`, { summary: 'One row per order and shop', tags: [`t${at % 7}`] }),
      ),
    );
    // Time of this thread, not of the clock: other work on the machine counts for nothing.
    const before = process.threadCpuUsage();
    expect(matching(many, parseQuery('row tag:t3 -fct_3 -path:x'))).toHaveLength(1270);
    // Measured at 4 ms; the limit only catches what grows faster than the list.
    expect(process.threadCpuUsage(before).user).toBeLessThan(200_000);
  });
});
