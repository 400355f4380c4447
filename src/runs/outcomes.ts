import type { Run, RunOutcome } from './run.ts';
import { isNoOp } from './status.ts';

/**
 * The outcomes of a run. Only outcomes count: commands that mark things `success` without running them are left out,
 * and so is a test that is said to be a `success`, as a test that ran passes, warns or fails, and a `no-op`, which dbt
 * writes for what it has nothing to do for: exposures and saved queries. That it skipped one of those says no more.
 * A run of a part of the project updates only what it ran; a run on another target updates nothing.
 */
export function outcomesOf({ hasRun, results }: Run): RunOutcome[] {
  if (!hasRun) return [];
  return results
    .filter(isOutcome)
    .map(({ adapterResponse: _response, compiledCode: _code, ...outcome }) => outcome);
}

function isOutcome({ status, uniqueId }: RunOutcome): boolean {
  const word = status.toLowerCase();
  if (isNoOp(word)) return false;
  const hasWork = !/^(?:exposure|saved_query)\./.test(uniqueId);
  if (!hasWork && word === 'skipped') return false;
  const isTest = uniqueId.startsWith('test.');
  return !(isTest && word === 'success');
}
