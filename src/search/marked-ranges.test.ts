import { expect, it } from 'vitest';
import { markedRanges } from './marked-ranges.ts';

function marked(text: string, query: string): string {
  let shown = '';
  let at = 0;
  for (const [from, to] of markedRanges(text, query)) {
    shown += `${text.slice(at, from)}[${text.slice(from, to)}]`;
    at = to;
  }
  return shown + text.slice(at);
}

it('marks each word of the query wherever it stands', () => {
  expect(marked('fct_orders_daily', 'daily orders')).toBe('fct_[orders]_[daily]');
  expect(marked('stg_orders', 'STG_ord')).toBe('[stg]_[ord]ers');
  expect(marked('orders of orders', 'orders ders')).toBe('[orders] of [orders]');
});

it('marks the word that was meant by a slip', () => {
  expect(marked('fct_orders', 'fct_ordres')).toBe('[fct]_[orders]');
  expect(marked('fct_orders', 'fct_shipments')).toBe('[fct]_orders');
});

it('marks a single letter only where a word begins', () => {
  expect(marked('avg_a', 'a')).toBe('[a]vg_[a]');
});
