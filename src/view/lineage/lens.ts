import type { StatusKind } from '../../runs/status.ts';

/** What nodes of the lineage can be coloured and filtered by, besides their type; each is a file of its own. */
export const LENS_IDS = [
  'materialized',
  'status',
  'tests',
  'freshness',
  'health',
  'owner',
  'access',
  'layer',
  'duration',
  'schema',
  'color',
] as const;
export type LensId = (typeof LENS_IDS)[number];

/** One entry of a legend. */
export interface LensValue {
  readonly value: string;
  /** What a status means, which gives it shape and colour; null for words that are no status. */
  readonly kind: StatusKind | null;
}

/** What one lens says of every node. */
export interface LensView {
  readonly lens: LensId;
  /** In the order of the legend; empty where nodes have numbers. */
  readonly values: readonly LensValue[];
  /** What the numbers are in; null where nodes have values. */
  readonly unit: 'seconds' | null;
  /** For each node an index into `values`, or a number; null where nothing is known. */
  readonly nodes: readonly (number | null)[];
}
