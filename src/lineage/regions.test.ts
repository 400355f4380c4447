import { expect, it } from 'vitest';
import { gatherRegions } from './regions.ts';

const many = (count: number, path: readonly string[]) => Array.from({ length: count }, () => path);

it('makes a region of each folder, and of what lies beside the folders', () => {
  const { names, of } = gatherRegions([
    ...many(5, ['shop', 'marts']),
    ...many(4, ['shop', 'staging', 'crm']),
    ...many(6, ['shop']),
  ]);
  expect(names).toEqual(['shop', 'shop/marts', 'shop/staging/crm']);
  expect([of[0], of[5], of[9]]).toEqual([1, 2, 0]);
});

it('shows a folder of very few nodes with the one above it, and keeps packages apart', () => {
  const { names } = gatherRegions([
    ...many(5, ['shop', 'marts']),
    ...many(2, ['shop', 'marts', 'finance']),
    ...many(1, ['dbt_utils', 'x']),
  ]);
  expect(names).toEqual(['dbt_utils', 'shop/marts']);
});

it('has no more regions than one can tell apart', () => {
  const paths = Array.from({ length: 2000 }, (_, node) => [
    'shop',
    `area_${node % 50}`,
    `team_${node % 250}`,
  ]);
  expect(gatherRegions(paths).names).toHaveLength(50);
});
