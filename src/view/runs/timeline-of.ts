import type { Run } from '../../runs/run.ts';
import { buildTimeline, type Timeline } from '../../runs/timeline/timeline.ts';
import type { ViewContext } from '../context.ts';

/** A run measured against the graph of the project as it is now. */
export function timelineOf(run: Run, { project }: Pick<ViewContext, 'project'>): Timeline {
  return buildTimeline(run, (id) => project.resources.get(id)?.parents ?? null);
}
