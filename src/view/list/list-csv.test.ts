import { expect, it } from 'vitest';
import { columnsOf } from './list-columns.ts';
import { listCsv } from './list-csv.ts';
import { anItem } from './testing/an-item.ts';

const columns = columnsOf('models')
  .map(({ column }) => column)
  .filter(({ id }) => ['status', 'duration', 'tests', 'described', 'owner'].includes(id));

it('writes a list as RFC 4180 has it, with nothing that a spreadsheet would run', () => {
  const csv = listCsv(
    [
      anItem('orders', {
        summary: 'Says "yes", twice\nor more',
        status: { word: 'success', kind: 'success' },
        duration: 1.5,
        tests: { passing: 12, failing: 1, warning: 0, other: 0 },
        columnCount: 20,
        describedCount: 8,
        owner: '=HYPERLINK("http://x")',
      }),
      anItem('-1+1', { summary: '@cmd' }),
    ],
    columns,
  );
  expect(csv).toBe(
    [
      'unique_id,Name,Status,Duration,Tests,Columns,Owner,Description',
      'model.shop.orders,orders,success,1.5,"12 passing, 1 failing",8 of 20,"\'=HYPERLINK(""http://x"")","Says ""yes"", twice\nor more"',
      "model.shop.-1+1,'-1+1,,,,,,'@cmd",
      '',
    ].join('\r\n'),
  );
});
