import { z } from 'zod';
import { STATUS_KINDS } from '../../runs/status.ts';
import { LENS_IDS } from '../../view/lineage/lens.ts';
import { apiVersion, count, href, json, resourceRefSchema } from './common.ts';

const pixels = z.number().nonnegative().describe('CSS pixels at full size.');
const node = count.describe('Index of a node.');

/**
 * `/lineage/index.json`: the whole graph in columns, laid out. Entry `i` of each list of `nodes` speaks of node `i`;
 * nodes are sorted by unique_id.
 */
export const lineageFileSchema = z.strictObject({
  api_version: apiVersion,
  is_cyclic: z.boolean(),
  resource_types: z.array(z.string()),
  page_prefixes: z
    .array(z.string())
    .describe(
      'For each resource type what stands before the slug of an id in the URL of its page, base path included; a slash follows the slug. The JSON file of a node has `.json` in place of that slash.',
    ),
  other_pages: z
    .array(z.tuple([node, href.nullable()]))
    .describe('Pages that are elsewhere: a node and its URL, null when it has none.'),
  hidden: z.array(node).describe('Nodes that the project keeps out of the docs.'),
  lenses: z
    .array(z.strictObject({ lens: z.enum(LENS_IDS), json }))
    .describe('What else is known of the nodes, each in a file of its own.'),
  width: pixels,
  height: pixels,
  regions: z
    .strictObject({
      name: z.array(z.string()).describe('Package and folders, joined with slashes.'),
      x: z.array(pixels),
      y: z.array(pixels),
      width: z.array(pixels),
      height: z.array(pixels),
    })
    .describe('The map: folders that stand from left to right as data flows.'),
  nodes: z.strictObject({
    unique_id: z.array(z.string()),
    name: z
      .array(z.string().nullable())
      .describe('null where the name is what follows type and package in unique_id.'),
    resource_type: z.array(count).describe('Index into resource_types.'),
    region: z.array(count).describe('Index into regions.'),
    x: z.array(pixels).describe('Left edge of a box of 208 × 32, from that of its region.'),
    y: z.array(pixels).describe('Top edge, from that of its region.'),
  }),
  edges: z.strictObject({
    count: z.array(count).describe('How many parents each node has.'),
    delta: z
      .array(z.int())
      .describe(
        'The parents of all nodes, one node after another, ascending: the first as the index of the node less that of the parent, each further one as what it is more than the one before.',
      ),
  }),
});

/** `/lineage/lenses/<lens>.json`: what one lens says of each node of the graph. */
export const lineageLensFileSchema = z.strictObject({
  api_version: apiVersion,
  lens: z.enum(LENS_IDS),
  values: z
    .array(
      z.strictObject({
        value: z.string(),
        kind: z.enum(STATUS_KINDS).nullable().describe('null for what is no status.'),
      }),
    )
    .describe('In the order of the legend; empty where nodes have numbers.'),
  unit: z.enum(['seconds']).nullable().describe('null where nodes have values.'),
  nodes: z
    .array(z.number().nonnegative().nullable())
    .describe(
      'In the order of /lineage/index.json: an index into values, or a number in the unit; null when unknown.',
    ),
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
