import type { HealthConfig } from '../../config/health.ts';
import type { Graph } from '../../lineage/graph.ts';
import type { Layers } from '../../lineage/order.ts';
import type { Project } from '../../project/project.ts';
import type { History } from '../../runs/history.ts';

/** What health is judged from. */
export interface HealthInput {
  readonly project: Project;
  readonly history: History;
  readonly graph: Graph;
  readonly layers: Layers;
}

/** The same, with what all signals share. */
export interface SignalInput extends HealthInput {
  readonly config: HealthConfig;
  /** See `newestTime`. */
  readonly newestAt: string | null;
}
