import { z } from 'zod';
import { API } from '../messages/api.ts';
import { API_VERSION } from './api-version.ts';
import { feedFileSchema } from './schemas/feed.ts';
import { deskFileSchema, desksFileSchema } from './schemas/desk.ts';
import { healthFileSchema, healthStateFileSchema, ruleFileSchema } from './schemas/health.ts';
import { liveStatusSchema } from './schemas/live.ts';
import {
  lineageFileSchema,
  lineageLensFileSchema,
  lineageNodeFileSchema,
} from './schemas/lineage.ts';
import {
  searchColumnsFileSchema,
  searchFacetsFileSchema,
  searchFileSchema,
  searchNamesFileSchema,
} from './schemas/search.ts';
import { searchTextsFileSchema, searchWordsFileSchema } from './schemas/search-text.ts';
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

/** Every kind of JSON file that a site has, and what a server that keeps one up to date tells of that. */
export const CONTRACT: readonly ContractEntry[] = [
  {
    name: 'index',
    path: '/index.json',
    summary: API.summaries.index,
    schema: indexFileSchema,
  },
  {
    name: 'list',
    path: '/{collection}/index.json',
    summary: API.summaries.list,
    schema: listFileSchema,
  },
  {
    name: 'rows',
    path: '/{collection}/rows.json',
    summary: API.summaries.rows,
    schema: rowsFileSchema,
  },
  {
    name: 'resource',
    path: '/{collection}/{slug}.json',
    summary: API.summaries.resource,
    schema: resourceFileSchema,
  },
  {
    name: 'runs',
    path: '/runs/index.json',
    summary: API.summaries.runs,
    schema: runsFileSchema,
  },
  {
    name: 'run-nodes',
    path: '/runs/index/nodes.json',
    summary: API.summaries['run-nodes'],
    schema: runNodesFileSchema,
  },
  {
    name: 'run',
    path: '/runs/{slug}.json',
    summary: API.summaries.run,
    schema: runFileSchema,
  },
  {
    name: 'run-timeline',
    path: '/runs/{slug}/timeline.json',
    summary: API.summaries['run-timeline'],
    schema: timelineFileSchema,
  },
  {
    name: 'feed',
    path: '/feed.json',
    summary: API.summaries.feed,
    schema: feedFileSchema,
  },
  {
    name: 'feed-of',
    path: '/{collection}/{slug}/feed.json',
    summary: API.summaries['feed-of'],
    schema: feedFileSchema,
  },
  {
    name: 'lineage',
    path: '/lineage/index.json',
    summary: API.summaries.lineage,
    schema: lineageFileSchema,
  },
  {
    name: 'lineage-lens',
    path: '/lineage/lenses/{lens}.json',
    summary: API.summaries['lineage-lens'],
    schema: lineageLensFileSchema,
  },
  {
    name: 'lineage-selectors',
    path: '/lineage/selectors.json',
    summary: API.summaries['lineage-selectors'],
    schema: selectablesFileSchema,
  },
  {
    name: 'lineage-tests',
    path: '/lineage/tests.json',
    summary: API.summaries['lineage-tests'],
    schema: selectableTestsFileSchema,
  },
  {
    name: 'lineage-node',
    path: '/lineage/{slug}.json',
    summary: API.summaries['lineage-node'],
    schema: lineageNodeFileSchema,
  },
  {
    name: 'search',
    path: '/search/index.json',
    summary: API.summaries.search,
    schema: searchFileSchema,
  },
  {
    name: 'search-names',
    path: '/search/names.json',
    summary: API.summaries['search-names'],
    schema: searchNamesFileSchema,
  },
  {
    name: 'search-columns',
    path: '/search/columns.json',
    summary: API.summaries['search-columns'],
    schema: searchColumnsFileSchema,
  },
  {
    name: 'search-facets',
    path: '/search/facets.json',
    summary: API.summaries['search-facets'],
    schema: searchFacetsFileSchema,
  },
  {
    name: 'search-words',
    path: '/search/text/{index}/index.json',
    summary: API.summaries['search-words'],
    schema: searchWordsFileSchema,
  },
  {
    name: 'search-texts',
    path: '/search/text/{texts}/texts/{number}.json',
    summary: API.summaries['search-texts'],
    schema: searchTextsFileSchema,
  },
  {
    name: 'health',
    path: '/health/index.json',
    summary: API.summaries.health,
    schema: healthFileSchema,
  },
  {
    name: 'health-rule',
    path: '/health/{slug}.json',
    summary: API.summaries['health-rule'],
    schema: ruleFileSchema,
  },
  {
    name: 'health-state',
    path: '/health/states/{slug}.json',
    summary: API.summaries['health-state'],
    schema: healthStateFileSchema,
  },
  {
    name: 'owners',
    path: '/owners/index.json',
    summary: API.summaries.owners,
    schema: desksFileSchema,
  },
  {
    name: 'owner',
    path: '/owners/{slug}.json',
    summary: API.summaries.owner,
    schema: deskFileSchema,
  },
  {
    name: 'tags',
    path: '/tags/index.json',
    summary: API.summaries.tags,
    schema: desksFileSchema,
  },
  {
    name: 'tag',
    path: '/tags/{slug}.json',
    summary: API.summaries.tag,
    schema: deskFileSchema,
  },
  {
    name: 'artifacts',
    path: '/artifacts/index.json',
    summary: API.summaries.artifacts,
    schema: artifactsFileSchema,
  },
  {
    name: 'build',
    path: '/build.json',
    summary: API.summaries.build,
    schema: buildFileSchema,
  },
  {
    name: 'live-status',
    path: '/-/status.json',
    summary: API.summaries['live-status'],
    schema: liveStatusSchema,
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
      title: API.title(title),
      version: API_VERSION,
      description: API.description,
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
              304: { description: API.unchanged },
              404: { description: API.noFile },
            },
          },
        },
      ]),
    ),
  };
}
