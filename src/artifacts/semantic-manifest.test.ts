import { expect, it } from 'vitest';
import { readSemanticManifest } from './semantic-manifest.ts';
import { findingsOf, jsonFileOf } from './testing/json-file-of.ts';

it('reads names and time spines, newer and older', () => {
  const older = {
    time_spine_table_configurations: [
      { location: 'db.main.days', column_name: 'day', grain: 'day' },
    ],
  };
  const newer = {
    ...older,
    time_spines: [
      {
        node_relation: { relation_name: '"db"."hours"' },
        primary_column: { name: 'h', time_granularity: 'hour' },
      },
    ],
  };
  const names = {
    semantic_models: [{ name: 'orders' }],
    metrics: [{ name: 'revenue' }, {}],
    saved_queries: [],
  };
  expect(readSemanticManifest(jsonFileOf({ ...names, project_configuration: newer }))).toEqual({
    time_spines: [{ relation: '"db"."hours"', column: 'h', granularity: 'hour' }],
    semantic_models: ['orders'],
    metrics: ['revenue'],
    saved_queries: [],
  });
  const spines = readSemanticManifest(
    jsonFileOf({ ...names, project_configuration: older }),
  )?.time_spines;
  expect(spines).toEqual([{ relation: 'db.main.days', column: 'day', granularity: 'day' }]);
});

it('reports a file that is something else', () => {
  const file = jsonFileOf({ nodes: {}, semantic_models: {} }, 'semantic_manifest.json');
  expect(readSemanticManifest(file)).toBeNull();
  expect(findingsOf(file)[0]).toMatch(/^ArtifactWrongShape/);
});
