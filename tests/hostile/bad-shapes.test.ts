import { describe, expect, it } from 'vitest';
import { artifactFiles, folderWith } from './artifacts-folder.ts';
import { buildSite, existsIn, readText } from './built-site.ts';
import { brief, expectGoodSite } from './expect-site.ts';
import type { GoodSite } from './expect-site.ts';
import type { Json, JsonObject } from './json.ts';
import { catalogTable, column, manifest, model, node } from './artifact-pieces.ts';
import { smallProject } from './small-project.ts';
import type { Artifacts } from './small-project.ts';

function build(parts: Partial<Artifacts>): GoodSite {
  return expectGoodSite(buildSite(folderWith(artifactFiles(parts))));
}

const hasPage = (site: GoodSite, id: string, collection = 'models') =>
  existsIn(site, `${collection}/${id}/index.html`);

describe('a bad node among good ones', () => {
  it.each<[string, Json]>([
    ['null', null],
    ['a list', []],
    ['a number', 42],
    ['a string', 'select 1'],
    ['true', true],
    ['an empty object', {}],
  ])('is left out and reported when it is %s', (_what, bad) => {
    const good = manifest({ nodes: [model('orders'), model('customers')] });
    const nodes = { ...(good['nodes'] as JsonObject), 'model.shop.bad': bad };
    const site = build({ manifest: { ...good, nodes } });
    expect(hasPage(site, 'model.shop.orders')).toBe(true);
    expect(hasPage(site, 'model.shop.customers')).toBe(true);
    if (typeof bad === 'object' && bad !== null && !Array.isArray(bad)) return;
    expect(hasPage(site, 'model.shop.bad')).toBe(false);
    expect(brief(site)).toEqual(['NodeInvalid manifest.json $.nodes["model.shop.bad"]']);
  });

  it.each(['sources', 'macros', 'exposures', 'metrics', 'groups', 'unit_tests', 'saved_queries'])(
    'is left out of %s too',
    (section) => {
      const whole = manifest({ nodes: [model('orders')] }, { [section]: { 'x.shop.bad': [1, 2] } });
      const site = build({ manifest: whole });
      expect(hasPage(site, 'model.shop.orders')).toBe(true);
      expect(brief(site)).toEqual([`NodeInvalid manifest.json $.${section}["x.shop.bad"]`]);
    },
  );

  it.each<[string, Json]>([
    ['a list', []],
    ['a list of nodes', [model('orders')]],
    ['a string', 'none'],
    ['a number', 1],
    ['false', false],
  ])(
    'does not end the build when a whole section is %s',
    (_what, section) => {
      for (const name of ['sources', 'exposures', 'macros', 'docs', 'disabled', 'parent_map']) {
        const site = build({
          manifest: manifest({ nodes: [model('orders')] }, { [name]: section }),
        });
        expect(hasPage(site, 'model.shop.orders')).toBe(true);
      }
    },
    300_000,
  );
});

describe('fields of a node with a wrong type', () => {
  const wrong: Json[] = [null, 42, 'text', ['a', 1], { a: { b: [] } }];
  const fields = [
    'name',
    'package_name',
    'fqn',
    'path',
    'original_file_path',
    'database',
    'schema',
    'alias',
    'relation_name',
    'description',
    'columns',
    'tags',
    'meta',
    'config',
    'depends_on',
    'raw_code',
    'compiled_code',
    'language',
    'checksum',
    'docs',
    'group',
    'access',
    'version',
    'latest_version',
    'constraints',
    'contract',
    'deprecation_date',
    'created_at',
    'patch_path',
    'refs',
    'sources',
    'metrics',
    'primary_key',
    'doc_blocks',
    'unrendered_config',
    'extra_ctes',
    'freshness',
    'owner',
    'url',
    'type',
    'label',
    'maturity',
    'type_params',
    'filter',
    'entities',
    'dimensions',
    'measures',
    'query_params',
    'exports',
    'given',
    'expect',
    'overrides',
    'arguments',
    'returns',
    'test_metadata',
    'column_name',
    'attached_node',
    'severity',
    'source_name',
    'source_description',
    'loader',
    'external',
    'block_contents',
    'macro_sql',
    'supported_languages',
    'tested_node_unique_id',
    'model',
  ];

  it.each(wrong.map((value): [string, Json] => [JSON.stringify(value), value]))(
    'never end the build: every field of every resource is %s',
    (_what, value) => {
      const whole = smallProject().manifest;
      const nodes: JsonObject[] = [model('orders')];
      const sections = Object.fromEntries(
        Object.entries(whole).map(([section, entries]) => [
          section,
          section === 'metadata' ? entries : corrupt(entries, value, section),
        ]),
      );
      const good = { ...(manifest({ nodes })['nodes'] as JsonObject) };
      const site = build({
        manifest: { ...sections, nodes: { ...(sections['nodes'] as JsonObject), ...good } },
      });
      expect(hasPage(site, 'model.shop.orders')).toBe(true);
    },
    120_000,
  );

  /** Every field of every entry wrong at once, and entries with only one wrong field each. */
  function corrupt(entries: Json, value: Json, section: string): Json {
    const result: Record<string, Json> = {};
    for (const [id, entry] of Object.entries(entries as JsonObject)) {
      const all = Object.fromEntries(fields.map((field) => [field, value]));
      result[id] = { ...(entry as JsonObject), ...all };
      for (const field of fields) {
        const own = `${id}_${field}`;
        result[own] = { ...(entry as JsonObject), unique_id: own, [field]: value };
      }
    }
    return section === 'docs' || section === 'disabled' ? entries : result;
  }

  it.each<[string, Json]>([
    ['null', null],
    ['a list', ['id', 'amount']],
    ['a string', 'id'],
    ['a list of objects', [{ name: 'id' }]],
  ])('keep the page when columns are %s', (_what, columns) => {
    const site = build({ manifest: manifest({ nodes: [model('orders', { columns })] }) });
    expect(hasPage(site, 'model.shop.orders')).toBe(true);
  });

  it.each<[string, Json]>([
    ['null', null],
    ['a list', ['model.shop.raw']],
    ['an empty object', {}],
    ['nodes that are null', { nodes: null, macros: null }],
    ['nodes that are a string', { nodes: 'model.shop.raw' }],
    ['nodes with nulls among them', { nodes: [null, 1, 'model.shop.raw', {}] }],
  ])('keep the page when depends_on is %s', (_what, dependsOn) => {
    const site = build({
      manifest: manifest({ nodes: [model('raw'), model('orders', { depends_on: dependsOn })] }),
    });
    expect(hasPage(site, 'model.shop.orders')).toBe(true);
  });

  it.each<[string, Json]>([
    ['null', null],
    ['a string', 'integer'],
    ['a list', ['integer']],
    ['a number', 4],
    ['without a name', { data_type: 'integer' }],
    ['with a name of another type', { name: { a: 1 }, data_type: ['x'], tags: 'a', meta: [1] }],
  ])('keep the other columns when one is %s', (_what, bad) => {
    const site = build({
      manifest: manifest({ nodes: [model('orders', { columns: { id: column('id'), bad } })] }),
    });
    expect(readText(site.folder, 'models/model.shop.orders/index.html')).toContain('About id.');
  });
});

describe('ids and keys that disagree', () => {
  it('uses the id of the entry itself, and says so', () => {
    const whole = manifest({}, { nodes: { 'model.shop.key': model('orders') } });
    const site = build({ manifest: whole });
    expect(hasPage(site, 'model.shop.orders')).toBe(true);
    expect(brief(site)).toEqual(['KeyDiffersFromId manifest.json $.nodes["model.shop.key"]']);
  });

  it('uses the key where the entry has no id', () => {
    const text = JSON.stringify(manifest({ nodes: [model('orders')] }));
    const site = expectGoodSite(
      buildSite(
        folderWith({ 'manifest.json': text.replace('"unique_id":"model.shop.orders",', '') }),
      ),
    );
    expect(hasPage(site, 'model.shop.orders')).toBe(true);
  });

  it('keeps the first of two entries with one id', () => {
    const nodes = {
      'model.shop.orders': model('orders', { description: 'The first.' }),
      'model.shop.second': model('orders', { description: 'The second.' }),
    };
    const site = build({ manifest: manifest({}, { nodes }) });
    const page = readText(site.folder, 'models/model.shop.orders/index.html');
    expect(page).toContain('The first.');
    expect(page).not.toContain('The second.');
    expect(brief(site).join()).toContain('DuplicateId');
  });
});

describe('graphs that dbt would refuse', () => {
  const after = (...parents: string[]) => ({
    depends_on: { nodes: parents.map((name) => `model.shop.${name}`), macros: [] },
  });

  it('shows a node that depends on itself', () => {
    const site = build({ manifest: manifest({ nodes: [model('a', after('a'))] }) });
    expect(hasPage(site, 'model.shop.a')).toBe(true);
  });

  it('shows nodes that depend on each other in a circle', () => {
    const site = build({
      manifest: manifest({
        nodes: [
          model('a', after('c')),
          model('b', after('a', 'd')),
          model('c', after('b')),
          model('d', after('b', 'outside')),
          model('outside', after('a')),
        ],
      }),
    });
    for (const name of ['a', 'b', 'c', 'd', 'outside']) {
      expect(hasPage(site, `model.shop.${name}`)).toBe(true);
    }
  });

  it('shows parents that the file does not contain, and parents named twice', () => {
    const site = build({
      manifest: manifest({ nodes: [model('a', after('gone', 'gone', 'b', 'b')), model('b')] }),
    });
    const page = readText(site.folder, 'models/model.shop.a/index.html');
    expect(page).toContain('model.shop.gone');
  });

  it('shows macros that call each other in a circle', () => {
    const macro = (name: string, calls: string) => ({
      unique_id: `macro.shop.${name}`,
      resource_type: 'macro',
      name,
      package_name: 'shop',
      macro_sql: '',
      depends_on: { macros: [`macro.shop.${calls}`] },
    });
    const macros = [macro('a', 'b'), macro('b', 'a'), macro('c', 'c')];
    const site = build({ manifest: manifest({ nodes: [model('orders')], macros }) });
    expect(hasPage(site, 'macro.shop.a', 'macros')).toBe(true);
  });

  it('shows an exposure that depends on nothing', () => {
    const site = build({ manifest: manifest({ exposures: [node('exposure', 'board')] }) });
    expect(hasPage(site, 'exposure.shop.board', 'exposures')).toBe(true);
  });

  it('shows a source without names', () => {
    const bare = { unique_id: 'source.shop..', resource_type: 'source' };
    const site = build({ manifest: manifest({ nodes: [model('orders')], sources: [bare] }) });
    expect(hasPage(site, 'model.shop.orders')).toBe(true);
  });
});

describe('what this version does not know', () => {
  it('gives a resource of an unknown type a page of its own', () => {
    const site = build({
      manifest: manifest(
        { nodes: [model('orders'), node('widget', 'gear', { teeth: 12 })] },
        { gadgets: { 'gadget.shop.knob': node('gadget', 'knob') } },
      ),
    });
    expect(hasPage(site, 'widget.shop.gear', 'other')).toBe(true);
    const page = readText(site.folder, 'other/widget.shop.gear/index.html');
    expect(page).toContain('About gear.');
  });

  it('reads a manifest of a schema from the future, and says so', () => {
    const whole = manifest({ nodes: [model('orders')] });
    const metadata = {
      ...(whole['metadata'] as JsonObject),
      dbt_schema_version: 'https://schemas.getdbt.com/dbt/manifest/v99.json',
      dbt_version: '9.0.0-alpha+build',
      adapter_type: 'abacus',
    };
    const site = build({ manifest: { ...whole, metadata, brand_new: { a: 1 } } });
    expect(hasPage(site, 'model.shop.orders')).toBe(true);
    expect(brief(site)).toEqual(['NewerSchema manifest.json $.metadata.dbt_schema_version']);
  });

  it.each<[string, Json]>([
    ['is missing', null],
    ['is a list', []],
    [
      'is full of wrong types',
      {
        dbt_schema_version: 12,
        dbt_version: null,
        generated_at: {},
        invocation_id: [],
        adapter_type: 4,
        project_name: {},
        env: [],
      },
    ],
    [
      'holds nonsense',
      {
        dbt_schema_version: 'latest',
        dbt_version: '',
        generated_at: 'yesterday',
        invocation_id: '',
      },
    ],
  ])('reads a manifest whose metadata %s', (_what, metadata) => {
    const site = build({ manifest: manifest({ nodes: [model('orders')] }, { metadata }) });
    expect(hasPage(site, 'model.shop.orders')).toBe(true);
  });
});

describe('a catalog of another kind', () => {
  const orders = manifest({ nodes: [model('orders', { columns: { id: column('id') } })] });

  it.each<[string, Json]>([
    ['null', null],
    ['a list', ['id']],
    ['null in a column', { ID: null, n: { type: null, index: 'x', name: null } }],
    ['numbers as types', { ID: { type: 7, index: -1, name: 'ID', comment: {} } }],
  ])('costs nothing but its own facts: columns are %s', (_what, columns) => {
    const table = { ...catalogTable('model.shop.orders', []), columns };
    const site = build({ manifest: orders, catalog: { nodes: { 'model.shop.orders': table } } });
    expect(readText(site.folder, 'models/model.shop.orders/index.html')).toContain('About id.');
  });

  it('may hold tables that the project does not', () => {
    const gone = catalogTable('model.shop.gone', ['ID']);
    const site = build({
      manifest: orders,
      catalog: { nodes: { 'model.shop.gone': gone }, sources: null, errors: ['a', 'b'] },
    });
    expect(hasPage(site, 'model.shop.gone')).toBe(false);
  });

  it('may spell one column in two ways', () => {
    const table = catalogTable('model.shop.orders', ['ID', 'id', 'Id']);
    const site = build({ manifest: orders, catalog: { nodes: { 'model.shop.orders': table } } });
    expect(hasPage(site, 'model.shop.orders')).toBe(true);
  });
});
