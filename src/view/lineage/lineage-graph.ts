import type { Rectangle } from '../../lineage/layout/box.ts';
import type { EdgeColumns } from '../../lineage/edge-columns.ts';

/**
 * The whole lineage, as the explorer draws it: everything that the first drawing needs, and no more. Entry `i` of each
 * column speaks of node `i`; nodes are in code-point order of their ids.
 */
export interface LineageGraph {
  readonly isCyclic: boolean;
  readonly resourceTypes: readonly string[];
  /** For each resource type what stands before the slug in the href of a page of that type. */
  readonly pagePrefixes: readonly string[];
  readonly uniqueIds: readonly string[];
  /** null where the name is what follows the package in the id, which is the rule. */
  readonly names: readonly (string | null)[];
  /** Index into `resourceTypes`. */
  readonly types: readonly number[];
  /** Pages that are not where the prefix and `plainSlug` of the id lead; null for nodes without a page. */
  readonly otherPages: readonly (readonly [node: number, href: string | null])[];
  /** Nodes that the project keeps out of the docs. */
  readonly hidden: readonly number[];
  readonly edges: EdgeColumns;
  /** The map by folders. */
  readonly width: number;
  readonly height: number;
  readonly regionNames: readonly string[];
  readonly regions: readonly Rectangle[];
  /** Index into `regionNames`. */
  readonly regionOf: readonly number[];
  /** The top left corner of each node, from that of its region. */
  readonly x: readonly number[];
  readonly y: readonly number[];
}

/** The name of a node by its id alone: what follows type and package. */
export function nameInId(uniqueId: string): string {
  return uniqueId.split('.').slice(2).join('.') || uniqueId;
}
