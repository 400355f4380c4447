import { z } from 'zod';
import { apiVersion, count, href, json, resourceRefSchema } from './common.ts';

/** `/lineage/index.json`: the whole graph in columns. Entry `i` of each list speaks of node `i`. */
export const lineageFileSchema = z.strictObject({
  api_version: apiVersion,
  is_cyclic: z.boolean(),
  resource_types: z.array(z.string()),
  nodes: z.strictObject({
    unique_id: z.array(z.string()),
    name: z.array(z.string()),
    resource_type: z.array(count).describe('Index into resource_types.'),
    depth: z.array(count).describe('Longest way from a node without parents, in steps.'),
  }),
  edges: z.strictObject({
    from: z.array(count).describe('Index of the parent.'),
    to: z.array(count).describe('Index of the child.'),
  }),
});

/** `/lineage/<slug>.json`: one node's neighbours to depth 2 to each side, and the totals. */
export const lineageNodeFileSchema = z.strictObject({
  api_version: apiVersion,
  unique_id: z.string(),
  href: href.nullable(),
  json: json.nullable(),
  total_upstream: count,
  total_downstream: count,
  is_complete: z
    .boolean()
    .describe('False when there are more than 100 neighbours: the nearest are here.'),
  nodes: z.array(
    z.strictObject({
      ...resourceRefSchema.shape,
      distance: z.int().describe('Steps from the node; negative upstream.'),
    }),
  ),
  edges: z.array(z.strictObject({ from: z.string(), to: z.string() })),
});
