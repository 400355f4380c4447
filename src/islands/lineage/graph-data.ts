import { decodeEdges } from '../../lineage/edge-columns.ts';
import type { Rectangle } from '../../lineage/layout/box.ts';
import type { LensId, LensView } from '../../view/lineage/lens.ts';
import { nameInId } from '../../view/lineage/lineage-graph.ts';
import { plainSlug } from '../../view/plain-slug.ts';

/** What `/schemas/lineage.json` says of the graph. */
interface GraphJson {
  readonly resource_types: readonly string[];
  readonly page_prefixes: readonly string[];
  readonly other_pages: readonly (readonly [number, string | null])[];
  readonly hidden: readonly number[];
  readonly lenses: readonly { readonly lens: LensId; readonly json: string }[];
  readonly width: number;
  readonly height: number;
  readonly regions: {
    readonly name: readonly string[];
    readonly x: readonly number[];
    readonly y: readonly number[];
    readonly width: readonly number[];
    readonly height: readonly number[];
  };
  readonly nodes: {
    readonly unique_id: readonly string[];
    readonly name: readonly (string | null)[];
    readonly resource_type: readonly number[];
    readonly region: readonly number[];
    readonly x: readonly number[];
    readonly y: readonly number[];
  };
  readonly edges: { readonly count: readonly number[]; readonly delta: readonly number[] };
}

/** The graph as the explorer works with it. A number stands for a node everywhere. */
export interface GraphData {
  readonly ids: readonly string[];
  readonly indexOf: ReadonlyMap<string, number>;
  readonly names: readonly string[];
  readonly parents: readonly (readonly number[])[];
  readonly children: readonly (readonly number[])[];
  readonly typeNames: readonly string[];
  readonly types: readonly number[];
  readonly hidden: ReadonlySet<number>;
  /** The page of a node; null where it has none. */
  hrefOf(node: number): string | null;
  readonly map: {
    readonly width: number;
    readonly height: number;
    readonly regions: readonly Rectangle[];
    readonly names: readonly string[];
    readonly regionOf: readonly number[];
    readonly x: readonly number[];
    readonly y: readonly number[];
  };
  readonly lenses: ReadonlyMap<LensId, string>;
}

/** Fetches the graph. Throws when it can't be loaded. */
export async function fetchGraph(href: string): Promise<GraphData> {
  return readGraph((await fetchJson(href)) as GraphJson);
}

/** Fetches what one lens says of each node. */
export async function fetchLens(href: string): Promise<LensView> {
  return (await fetchJson(href)) as LensView;
}

/** The site's own files, written by the same release as this script. */
export async function fetchJson(href: string): Promise<unknown> {
  const response = await fetch(href);
  if (!response.ok) throw new Error(`${href} is ${response.status}`);
  return response.json();
}

function readGraph(json: GraphJson): GraphData {
  const { nodes, regions } = json;
  const ids = nodes.unique_id;
  const parents = decodeEdges(json.edges);
  const children: number[][] = ids.map(() => []);
  parents.forEach((list, node) => {
    for (const parent of list) children[parent]?.push(node);
  });
  const otherPages = new Map(json.other_pages);
  return {
    ids,
    indexOf: new Map(ids.map((id, node) => [id, node])),
    names: nodes.name.map((name, node) => name ?? nameInId(ids[node] ?? '')),
    parents,
    children,
    typeNames: json.resource_types,
    types: nodes.resource_type,
    hidden: new Set(json.hidden),
    hrefOf: (node) =>
      otherPages.get(node) ??
      (otherPages.has(node)
        ? null
        : `${json.page_prefixes[nodes.resource_type[node] ?? 0] ?? ''}${plainSlug(ids[node] ?? '')}/`),
    map: {
      width: json.width,
      height: json.height,
      regions: regions.name.map((_, region) => ({
        x: regions.x[region] ?? 0,
        y: regions.y[region] ?? 0,
        width: regions.width[region] ?? 0,
        height: regions.height[region] ?? 0,
      })),
      names: regions.name,
      regionOf: nodes.region,
      x: nodes.x,
      y: nodes.y,
    },
    lenses: new Map(json.lenses.map(({ lens, json: href }) => [lens, href])),
  };
}
