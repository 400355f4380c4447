import { expect, it } from 'vitest';
import { readManifest } from '../artifacts/manifest/read-manifest.ts';
import { jsonFileOf } from '../artifacts/testing/json-file-of.ts';
import { buildProject } from './build-project.ts';
import { narrowProject } from './narrow-project.ts';

const node = (id: string, parents: string[], rest: object = {}) => {
  const [resource_type, package_name, name] = id.split('.');
  const depends_on = { nodes: parents, macros: ['macro.shop.cents'] };
  return [id, { unique_id: id, resource_type, package_name, name, depends_on, ...rest }] as const;
};
const manifest = readManifest(
  jsonFileOf({
    metadata: {
      dbt_schema_version: 'https://schemas.getdbt.com/dbt/manifest/v12.json',
      project_name: 'shop',
    },
    nodes: Object.fromEntries([
      node('model.shop.orders', ['model.shop.secret', 'model.gone.away'], { group: 'sales' }),
      node('model.shop.secret', [], { group: 'vault' }),
      node('model.vault.keys', ['model.shop.orders']),
      node('test.shop.known', ['model.shop.orders', 'model.shop.secret'], {
        attached_node: 'model.shop.orders',
        test_metadata: { name: 'known', kwargs: {} },
      }),
    ]),
    groups: {
      'group.shop.sales': { unique_id: 'group.shop.sales', name: 'sales', package_name: 'shop' },
      'group.shop.vault': { unique_id: 'group.shop.vault', name: 'vault', package_name: 'shop' },
    },
    macros: Object.fromEntries(
      [
        ['cents', ['macro.shop.round']],
        ['round', []],
        ['unused', []],
      ].map(([name, calls]) => {
        const id = `macro.shop.${String(name)}`;
        return [id, { unique_id: id, name, package_name: 'shop', depends_on: { macros: calls } }];
      }),
    ),
  }),
);
const project = buildProject({ manifest, catalog: null });

it('keeps what is asked for, the macros it calls and the groups it is in, and names nothing else', () => {
  const part = narrowProject(project, new Set(['model.shop.orders', 'test.shop.known']));
  expect([...part.resources.keys()]).toEqual([
    'group.shop.sales',
    'macro.shop.cents',
    'macro.shop.round',
    'model.shop.orders',
    'test.shop.known',
  ]);
  const orders = part.resources.get('model.shop.orders');
  expect(orders).toMatchObject({ parents: [], missingParents: [], testIds: ['test.shop.known'] });
  expect(part.packages).toEqual(['shop']);
  const told = JSON.stringify([...part.resources, ...part.children, ...part.dependentTests]);
  expect(told).not.toMatch(/secret|vault|keys|gone/);
});

it('keeps nothing when nothing is selected', () => {
  expect(narrowProject(project, new Set()).resources.size).toBe(0);
});
