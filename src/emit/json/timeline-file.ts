import type { z } from 'zod';
import type { Run, RunResult } from '../../runs/run.ts';
import { lanes } from '../../runs/timeline/lanes.ts';
import type { Timeline } from '../../runs/timeline/timeline.ts';
import type { ViewContext } from '../../view/context.ts';
import { resultAnchors } from '../../view/result-place.ts';
import { API_VERSION } from '../api-version.ts';
import type { timelineFileSchema } from '../schemas/timeline.ts';

type TimelineFile = z.input<typeof timelineFileSchema>;

/** Longer messages are cut: the page of the run has them whole. */
const LONGEST_MESSAGE = 300;

/** The bars of a run's timeline. */
export function timelineFile(run: Run, context: ViewContext, timeline: Timeline): TimelineFile {
  const { links, project } = context;
  const { span, criticalPath, waiting, nodes } = timeline;
  const start = span?.start ?? 0;
  const rows = lanes(nodes.values());
  const laneOf = new Map(
    rows.flatMap((lane, at) => lane.nodes.map(({ uniqueId }) => [uniqueId, at] as const)),
  );
  // Of several results of one node the last is the one that has the lane.
  const indexOf = new Map(run.results.map(({ uniqueId }, at) => [uniqueId, at]));
  const anchors = resultAnchors(run.results.map(({ uniqueId }) => uniqueId));
  const indexes = (ids: readonly string[]): number[] => ids.flatMap((id) => indexOf.get(id) ?? []);
  return {
    api_version: API_VERSION,
    id: run.id,
    href: links.runHref(run.id),
    started_at: span === null ? null : new Date(span.start).toISOString(),
    span: span === null ? 0 : (span.end - span.start) / 1000,
    threads: rows.map(({ threadId }) => threadId),
    critical_path: indexes(criticalPath.ids),
    nodes: run.results.map((result) => {
      const { uniqueId } = result;
      const { name, resourceType, href } = links.link(uniqueId);
      return {
        unique_id: uniqueId,
        name,
        resource_type: resourceType,
        href,
        anchor: anchors.get(uniqueId) ?? '',
        status: result.status,
        kind: result.kind,
        ...timesOf(result, start),
        compile_time: result.compileTime,
        execute_time: result.executeTime,
        execution_time: result.executionTime,
        waited: waiting.byId.get(uniqueId) ?? null,
        lane: laneOf.get(uniqueId) ?? null,
        parents: indexes(project.resources.get(uniqueId)?.parents ?? []),
        message:
          result.kind === 'error' ? (result.message?.slice(0, LONGEST_MESSAGE) ?? null) : null,
      };
    }),
  };
}

/** Seconds from the run's start; what was skipped was never begun. */
function timesOf(
  { startedAt, completedAt, kind }: RunResult,
  runStart: number,
): { start: number | null; end: number | null } {
  if (startedAt === null || kind === 'skipped') return { start: null, end: null };
  const start = Date.parse(startedAt) - runStart;
  const end = completedAt === null ? start : Math.max(start, Date.parse(completedAt) - runStart);
  return { start: start / 1000, end: end / 1000 };
}
