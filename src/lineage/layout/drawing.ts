/** Where everything of a graph stands. Units are CSS pixels at full size; nothing is left of or above 0. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  /** The top left corner of each node's box. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  /**
   * For each node the places that its edges pass on their way over several ranks, nearest first, two numbers each: the
   * left edge of the column that is passed, and the height at which. Children further on join where they need to.
   */
  readonly bends: readonly (readonly number[])[];
}
