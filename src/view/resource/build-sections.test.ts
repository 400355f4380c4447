import { describe, expect, it } from 'vitest';
import { aNode, aResource } from '../test-context.ts';
import type { Section } from '../section.ts';
import { buildSections, shownAsSettings } from './build-sections.ts';

function sectionsOf(materialized: string, config: Record<string, unknown>): Section[] {
  return buildSections(
    aResource('model.shop.orders', { config, details: aNode({ materialized }) }),
  );
}

/** Facts as `label: value`, whatever kind of cell the value is. */
function settingsOf(materialized: string, config: Record<string, unknown>): string[] {
  const built = sectionsOf(materialized, config).find(({ id }) => id === 'build');
  return built?.kind !== 'facts'
    ? []
    : built.facts.map(
        ({ label, value }) => `${label}: ${'text' in value ? value.text : value.kind}`,
      );
}

describe('buildSections', () => {
  it('says nothing of a table that sets nothing', () => {
    expect(sectionsOf('table', { on_schema_change: 'ignore', lookback: 1, grants: {} })).toEqual(
      [],
    );
  });

  it('tells how an incremental model grows, and that the adapter chooses where the project does not', () => {
    expect(
      settingsOf('incremental', {
        incremental_strategy: 'merge',
        unique_key: ['order_id', 'day'],
        on_schema_change: 'append_new_columns',
        merge_update_columns: ['amount'],
        full_refresh: false,
      }),
    ).toEqual([
      'Incremental strategy: merge',
      'Unique key: order_id, day',
      'On schema change: append_new_columns',
      'Updates only: amount',
      'Full refresh: never, whatever the command says',
    ]);
    expect(settingsOf('incremental', {})).toEqual(['Incremental strategy: none']);
  });

  it('tells the granularities of a time spine', () => {
    const spine = aNode({
      timeSpineColumn: 'day',
      timeSpineGranularity: 'day',
      customGranularities: [
        { name: 'fiscal_year', column: 'fiscal_year' },
        { name: 'fiscal_week', column: 'week_no' },
      ],
    });
    expect(buildSections(aResource('model.shop.days', { details: spine }))).toMatchObject([
      {
        id: 'build',
        facts: [
          { label: 'Time spine of', value: { text: 'day (day)' } },
          { label: 'Custom granularities', value: { text: 'fiscal_year, fiscal_week (week_no)' } },
        ],
      },
    ]);
  });

  it('tells the batches of a microbatch model', () => {
    expect(
      settingsOf('table', {
        event_time: 'read_at',
        batch_size: 'day',
        lookback: 5,
        begin: '2026-10-20T00:00:00',
      }),
    ).toEqual([
      'Event time: read_at',
      'Batch size: day',
      'Lookback: 5 batches',
      'Begins: 2026-10-20T00:00:00',
    ]);
  });

  it.each([
    [{ field: 'day', granularity: 'month', data_type: 'date' }, 'day by month (date)'],
    [
      { field: 'id', range: { start: 0, end: 100, interval: 10 } },
      'id from 0 to 100 in steps of 10',
    ],
    [['a', 'b'], 'a, b'],
    ['a', 'a'],
  ])('reads partition_by %j', (partitionBy, text) => {
    expect(settingsOf('table', { partition_by: partitionBy })).toEqual([`Partitioned by: ${text}`]);
  });

  it('tells how a snapshot is taken, the older way to end deleted rows included', () => {
    expect(
      settingsOf('snapshot', {
        strategy: 'check',
        unique_key: 'id',
        check_cols: 'all',
        invalidate_hard_deletes: true,
        snapshot_meta_column_names: { dbt_valid_to: 'valid_to', dbt_scd_id: null },
      }),
    ).toEqual([
      'Snapshot strategy: check',
      'Unique key: id',
      'Checked columns: all',
      'Deleted rows: invalidate: they end when they are missed',
      'Columns of dbt: dbt_valid_to → valid_to',
    ]);
  });

  it('lists grants, a privilege a row, and hooks as code', () => {
    const sections = sectionsOf('table', {
      grants: { select: ['bi', 'reporter'], insert: 'loader', delete: [] },
      'pre-hook': [{ sql: ' set x = 1 ', transaction: false }, { sql: '' }],
      'post-hook': 'analyze',
    });
    expect(
      sections.map((section) =>
        section.kind === 'code' ? [section.id, section.code, section.note] : section.id,
      ),
    ).toEqual([
      ['pre-hook', 'set x = 1', 'Runs outside of the transaction.'],
      ['post-hook', 'analyze', null],
      'grants',
    ]);
    const grants = sections.at(-1);
    expect(grants?.kind === 'table' ? grants.rows : null).toEqual([
      [
        { kind: 'code', text: 'select', canCopy: false },
        { kind: 'code', text: 'bi, reporter', canCopy: false },
      ],
      [
        { kind: 'code', text: 'insert', canCopy: false },
        { kind: 'code', text: 'loader', canCopy: false },
      ],
    ]);
  });

  it('leaves to the config only what it does not show', () => {
    const config = { lookback: 3, unique_key: 'id', on_schema_change: 'fail' };
    const model = aResource('model.shop.orders', { config, details: aNode() });
    const shown = shownAsSettings(model);
    expect(Object.keys(config).filter((key) => !shown.has(key))).toEqual([
      'lookback',
      'on_schema_change',
    ]);
  });
});
