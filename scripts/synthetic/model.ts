import type { Random } from './random.ts';

/** A model of the made-up project, before it is written as an artifact. */
export interface SyntheticModel {
  readonly id: string;
  readonly name: string;
  readonly folder: string;
  readonly materialized: string;
  readonly parents: readonly string[];
  readonly columns: readonly SyntheticColumn[];
  readonly sql: string;
}

interface SyntheticColumn {
  readonly name: string;
  readonly type: string;
  readonly description: string;
}

const AREAS = ['finance', 'sales', 'stock', 'people', 'web', 'support'] as const;
const THINGS = [
  'orders',
  'customers',
  'payments',
  'visits',
  'tickets',
  'items',
  'refunds',
] as const;
const TYPES = ['bigint', 'varchar', 'timestamp', 'numeric(18,2)', 'boolean', 'date'] as const;
const WORDS = [
  'amount',
  'status',
  'region',
  'channel',
  'created',
  'updated',
  'count',
  'rate',
] as const;
const COLUMNS = 12;
const LINES_OF_SQL = 60;

/** Models in four layers, each reading a few of those before it. */
export function syntheticModels(count: number, random: Random): SyntheticModel[] {
  const models: SyntheticModel[] = [];
  for (let at = 0; at < count; at++) {
    const layer = (['staging', 'intermediate', 'core', 'marts'] as const)[
      Math.min(3, Math.floor((at / count) * 4))
    ];
    const area = random.pick(AREAS);
    const name = `${layer ?? 'marts'}_${area}_${random.pick(THINGS)}_${at}`;
    const parents = new Set<string>();
    for (let left = layer === 'staging' ? 0 : random.between(1, 4); left > 0; left--) {
      // Mostly near in the project, sometimes anything before.
      const nearest = random.next() < 0.7 ? Math.max(0, at - 50) : 0;
      const parent = models[random.between(nearest, at - 1)];
      if (parent !== undefined) parents.add(parent.name);
    }
    const columns = syntheticColumns(name, random);
    models.push({
      id: `model.synthetic.${name}`,
      name,
      folder: `models/${layer ?? 'marts'}/${area}`,
      materialized: layer === 'staging' ? 'view' : random.pick(['table', 'incremental', 'view']),
      parents: [...parents].sort(),
      columns,
      sql: syntheticSql([...parents].sort(), columns),
    });
  }
  return models;
}

function syntheticColumns(model: string, random: Random): SyntheticColumn[] {
  return Array.from({ length: COLUMNS }, (_, at) => {
    const word = random.pick(WORDS);
    const name = at === 0 ? 'id' : `${word}_${at}`;
    const type = at === 0 ? 'bigint' : random.pick(TYPES);
    return { name, type, description: `The ${word} of each row of \`${model}\`, as **${type}**.` };
  });
}

function syntheticSql(parents: readonly string[], columns: readonly SyntheticColumn[]): string {
  const [first = null, ...others] = parents;
  const source = first === null ? `{{ source('raw', 'events') }}` : `{{ ref('${first}') }}`;
  const lines = [
    `{{ config(tags=['nightly']) }}`,
    '',
    'with base as (',
    `    select * from ${source}`,
  ];
  lines.push('),', '', 'shaped as (', '    select');
  for (const { name, type } of columns)
    lines.push(`        cast(base.${name} as ${type}) as ${name},`);
  for (let at = 0; lines.length < LINES_OF_SQL - 8 - 2 * others.length; at++) {
    lines.push(
      `        case when base.id % ${at + 2} = 0 then 'group ${at}' else null end as g${at},`,
    );
  }
  lines.push('        current_timestamp as loaded_at -- when this row was made', '    from base');
  for (const [at, other] of others.entries()) {
    lines.push(`    left join {{ ref('${other}') }} as j${at}`, `        on j${at}.id = base.id`);
  }
  lines.push(')', '', 'select * from shaped', "where loaded_at >= '2020-01-01'", '');
  return lines.join('\n');
}
