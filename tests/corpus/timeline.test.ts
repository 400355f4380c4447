import { beforeAll, describe, expect, it } from 'vitest';
import { readArtifacts } from '../../src/artifacts/read-artifacts.ts';
import { buildProject } from '../../src/project/build-project.ts';
import { buildRuns } from '../../src/runs/build-runs.ts';
import { buildTimeline, type Timeline } from '../../src/runs/timeline/timeline.ts';
import { corpusSets } from './corpus-sets.ts';
import { countRaw } from './raw-counts.ts';
import { measureRaw, type RawTimeline } from './raw-timeline.ts';

/** The model keeps times to the millisecond: a sum of them is off by less than that each. */
const TICK = 0.001;

const measured = corpusSets().withManifest.flatMap(({ name, folder }) => {
  const { edges, types } = countRaw(folder);
  const raw = measureRaw(folder, edges, new Set(types.keys()));
  return raw === null ? [] : [{ name, folder, raw }];
});

describe.each(measured)(
  'the run of $name',
  ({ folder, raw }: { folder: string; raw: RawTimeline }) => {
    let timeline: Timeline;

    beforeAll(async () => {
      const artifacts = await readArtifacts(folder);
      const { resources } = buildProject(artifacts);
      const [run] = buildRuns(artifacts.invocations);
      if (run === undefined) throw new Error('The set has no run.');
      timeline = buildTimeline(run, (id) => resources.get(id)?.parents ?? null);
    });

    it('has the critical path that the definition gives', () => {
      const { ids, seconds } = timeline.criticalPath;
      expect(seconds).toBeCloseTo(raw.criticalPath, 6);
      expect(raw.chainOf(ids)).toBeCloseTo(raw.criticalPath, 6);
    });

    it('waited as long', () => {
      const most = TICK * (raw.timed.size + 1);
      expect(Math.abs((timeline.waiting.total ?? 0) - raw.waited)).toBeLessThanOrEqual(most);
    });

    it('had as many nodes at once, at most and on average', () => {
      expect(timeline.concurrency.peak).toBe(raw.peak);
      if (raw.average === null) expect(timeline.concurrency.average).toBeNull();
      else expect(timeline.concurrency.average).toBeCloseTo(raw.average, 1);
    });
  },
);
