import { z } from 'zod';
import { API_VERSION } from './api-version.ts';
import { feedFileSchema } from './schemas/feed.ts';
import { deskFileSchema, desksFileSchema } from './schemas/desk.ts';
import { healthFileSchema, healthStateFileSchema, ruleFileSchema } from './schemas/health.ts';
import {
  lineageFileSchema,
  lineageLensFileSchema,
  lineageNodeFileSchema,
} from './schemas/lineage.ts';
import { selectablesFileSchema, selectableTestsFileSchema } from './schemas/selectables.ts';
import { listFileSchema } from './schemas/list.ts';
import { rowsFileSchema } from './schemas/rows.ts';
import { resourceFileSchema } from './schemas/resource.ts';
import { runFileSchema, runNodesFileSchema, runsFileSchema } from './schemas/run.ts';
import { timelineFileSchema } from './schemas/timeline.ts';
import { artifactsFileSchema, buildFileSchema, indexFileSchema } from './schemas/site.ts';

/** A kind of JSON file: where files of it lie, and what stands in them. */
export interface ContractEntry {
  /** Names the schema file: `/schemas/<name>.json`. */
  readonly name: string;
  /** URL template below the base. */
  readonly path: string;
  readonly summary: string;
  readonly schema: z.ZodType;
}

/** Every kind of JSON file that a site has. */
export const CONTRACT: readonly ContractEntry[] = [
  {
    name: 'index',
    path: '/index.json',
    summary: 'The project, its lists, and where everything else is',
    schema: indexFileSchema,
  },
  {
    name: 'list',
    path: '/{collection}/index.json',
    summary: 'All resources of one type',
    schema: listFileSchema,
  },
  {
    name: 'rows',
    path: '/{collection}/rows.json',
    summary: 'All rows of a list, column by column, as its page loads them',
    schema: rowsFileSchema,
  },
  {
    name: 'resource',
    path: '/{collection}/{slug}.json',
    summary: 'One resource',
    schema: resourceFileSchema,
  },
  {
    name: 'runs',
    path: '/runs/index.json',
    summary: 'All runs, newest first',
    schema: runsFileSchema,
  },
  {
    name: 'run-nodes',
    path: '/runs/index/nodes.json',
    summary: 'Which nodes each run has results of',
    schema: runNodesFileSchema,
  },
  {
    name: 'run',
    path: '/runs/{slug}.json',
    summary: 'One run with all its results',
    schema: runFileSchema,
  },
  {
    name: 'run-timeline',
    path: '/runs/{slug}/timeline.json',
    summary: 'When each node of one run executed',
    schema: timelineFileSchema,
  },
  {
    name: 'feed',
    path: '/feed.json',
    summary: 'What began to fail and what recovered, as JSON Feed',
    schema: feedFileSchema,
  },
  {
    name: 'feed-of',
    path: '/{collection}/{slug}/feed.json',
    summary: 'The same of one owner, tag or exposure',
    schema: feedFileSchema,
  },
  {
    name: 'lineage',
    path: '/lineage/index.json',
    summary: 'The whole graph, laid out',
    schema: lineageFileSchema,
  },
  {
    name: 'lineage-lens',
    path: '/lineage/lenses/{lens}.json',
    summary: 'What one lens says of each node of the graph',
    schema: lineageLensFileSchema,
  },
  {
    name: 'lineage-selectors',
    path: '/lineage/selectors.json',
    summary: 'What dbt’s selectors ask of the nodes of the graph',
    schema: selectablesFileSchema,
  },
  {
    name: 'lineage-tests',
    path: '/lineage/tests.json',
    summary: 'The same of tests, which are no nodes of the graph',
    schema: selectableTestsFileSchema,
  },
  {
    name: 'lineage-node',
    path: '/lineage/{slug}.json',
    summary: 'One node with its neighbours',
    schema: lineageNodeFileSchema,
  },
  {
    name: 'health',
    path: '/health/index.json',
    summary: 'Health in figures: states, rules, coverage',
    schema: healthFileSchema,
  },
  {
    name: 'health-rule',
    path: '/health/{slug}.json',
    summary: 'What one rule found',
    schema: ruleFileSchema,
  },
  {
    name: 'health-state',
    path: '/health/states/{slug}.json',
    summary: 'Everything that is in one state of health',
    schema: healthStateFileSchema,
  },
  {
    name: 'owners',
    path: '/owners/index.json',
    summary: 'All owners, each with how healthy theirs is',
    schema: desksFileSchema,
  },
  {
    name: 'owner',
    path: '/owners/{slug}.json',
    summary: 'What one owner answers for',
    schema: deskFileSchema,
  },
  {
    name: 'tags',
    path: '/tags/index.json',
    summary: 'All tags, each with how healthy what has it is',
    schema: desksFileSchema,
  },
  {
    name: 'tag',
    path: '/tags/{slug}.json',
    summary: 'What has one tag',
    schema: deskFileSchema,
  },
  {
    name: 'artifacts',
    path: '/artifacts/index.json',
    summary: 'What the site was made from',
    schema: artifactsFileSchema,
  },
  {
    name: 'build',
    path: '/build.json',
    summary: 'What was built from what',
    schema: buildFileSchema,
  },
];

/** The JSON Schema (2020-12) of one kind of file. `url` is where it will be published. */
export function jsonSchema(entry: ContractEntry, url: string): Record<string, unknown> {
  const schema = z.toJSONSchema(entry.schema, { target: 'draft-2020-12', io: 'output' });
  return { ...schema, $id: url, title: entry.summary };
}

/** The OpenAPI 3.1 description of the site's JSON files. `schemaHref` gives the URL of a schema by its name. */
export function openApi(
  title: string,
  server: string,
  schemaHref: (name: string) => string,
): Record<string, unknown> {
  return {
    openapi: '3.1.0',
    info: {
      title: `${title}: JSON files`,
      version: API_VERSION,
      description:
        'Static files: plain GET, with ETags. Follow href and json from the lists; never build a path yourself.',
    },
    servers: [{ url: server }],
    paths: Object.fromEntries(
      CONTRACT.map(({ name, path, summary }) => [
        path,
        {
          get: {
            operationId: name,
            summary,
            parameters: [...path.matchAll(/\{(\w+)\}/g)].map(([, parameter]) => ({
              name: parameter,
              in: 'path',
              required: true,
              schema: { type: 'string' },
            })),
            responses: {
              200: {
                description: summary,
                content: { 'application/json': { schema: { $ref: schemaHref(name) } } },
              },
              304: { description: 'Unchanged since the ETag that was sent' },
              404: { description: 'There is no such file' },
            },
          },
        },
      ]),
    ),
  };
}
