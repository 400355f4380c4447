import { expect, it } from 'vitest';
import type { Column } from '../../project/column.ts';
import type { Resource } from '../../project/resource.ts';
import { aColumn, aContext, aNode, aResource, aTest } from '../test-context.ts';
import type { Cell, Section } from '../section.ts';
import { standingOf, versionSections } from './version-sections.ts';

const IDS = ['model.shop.orders.v1', 'model.shop.orders.v2'];

function column(name: string, catalogType: string, given: Partial<Column> = {}): Column {
  return aColumn(name, { catalogType, isInCatalog: true, ...given });
}

function version(number: string, given: Partial<Resource>): Resource {
  return aResource(`model.shop.orders.v${number}`, {
    name: 'orders',
    details: aNode({ version: number, latestVersion: '2', versionIds: IDS }),
    ...given,
  });
}

function textOf(cell: Cell): string {
  if (cell.kind === 'links') return cell.links.map(({ name }) => name).join(' ');
  return 'text' in cell ? cell.text : cell.kind === 'status' ? cell.status.word : '—';
}

const rowsOf = (section: Section | undefined): string[] =>
  section?.kind === 'table' ? section.rows.map((row) => row.map(textOf).join(' | ')) : [];

it('sets versions side by side and tells what differs, and nothing that is the same', () => {
  const v1 = version('1', {
    rawCode: 'select 1',
    columns: [column('id', 'INT'), column('name', 'TEXT'), column('at', 'DATE')],
  });
  const v2 = version('2', {
    rawCode: 'select\n2',
    description: 'The new **one**.',
    columns: [
      column('ID', 'INT', { testIds: ['test.shop.unique'] }),
      column('at', 'TIMESTAMP', { description: 'When.' }),
    ],
    testIds: ['test.shop.unique'],
  });
  const test = aResource('test.shop.unique', { details: aTest({ attachedNode: IDS[1] ?? null }) });
  const [versions, differences] = versionSections(v2, aContext([v1, v2, test]));
  expect(rowsOf(versions)).toEqual([
    'orders.v1 | old | — | table | 3 | 0 | not run',
    'v2 | latest, this page | — | table | 2 | 1 | not run',
  ]);
  expect(rowsOf(differences)).toEqual([
    'description | — | The new one.',
    'SQL | 1 line | 2 lines',
    'tests of id | — | unique',
    'column name | TEXT | —',
    'column at | DATE | TIMESTAMP',
    'description of at | — | When.',
  ]);
});

it('says so when versions are the same', () => {
  const context = aContext([version('1', {}), version('2', {})]);
  const [, differences] = versionSections(version('1', {}), context);
  expect(differences?.note).toBe(
    'Columns, tests, description, configuration and SQL are the same in all versions.',
  );
});

it('has nothing to say of a model without other versions', () => {
  const orders = aResource('model.shop.orders');
  expect(versionSections(orders, aContext([orders]))).toEqual([]);
});

it.each([
  ['2', 'latest'],
  ['1', 'old'],
  ['3', 'prerelease'],
])('tells that version %s is %s', (own, standing) => {
  expect(standingOf(aNode({ version: own, latestVersion: '2' }))).toBe(standing);
});
