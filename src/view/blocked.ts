import type { Project } from '../project/project.ts';
import type { Run } from '../runs/run.ts';

/** What was skipped in a run because of one failure, sorted by id. */
export function createBlocked(run: Run, project: Project): (failedId: string) => readonly string[] {
  const skipped = new Set<string>();
  const ran = new Set<string>();
  for (const { uniqueId, status } of run.results) {
    if (status === 'skipped') skipped.add(uniqueId);
    else ran.add(uniqueId);
  }
  return (failedId) => {
    if (skipped.size === 0) return [];
    const [first, ...others] = starts(failedId, project).map((ids) => reachable(ids, ran, project));
    return [...(first ?? [])]
      .filter((id) => skipped.has(id) && others.every((reached) => reached.has(id)))
      .sort();
  };
}

/** What comes right after a failure, a list for each way to it that a blocked resource must lie on. */
function starts(
  failedId: string,
  { resources, children, dependentTests }: Project,
): readonly (readonly string[])[] {
  const resource = resources.get(failedId);
  // dbt runs a unit test before its model.
  if (resource?.details.kind === 'unit_test') {
    return [resource.details.testedNode === null ? [] : [resource.details.testedNode]];
  }
  // A test holds up what depends on everything that it reads, but none of the other tests of that.
  if (resource?.details.kind === 'test') {
    return resource.parents.map((parent) => children.get(parent) ?? []);
  }
  return [[...(children.get(failedId) ?? []), ...(dependentTests.get(failedId) ?? [])]];
}

/** Everything below, past what isn't part of the run (an ephemeral model never is) but not past what ran. */
function reachable(
  from: readonly string[],
  ran: ReadonlySet<string>,
  { children, dependentTests }: Project,
): ReadonlySet<string> {
  const seen = new Set<string>();
  const queue = [...from];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    if (seen.has(id) || ran.has(id)) continue;
    seen.add(id);
    queue.push(...(children.get(id) ?? []), ...(dependentTests.get(id) ?? []));
  }
  return seen;
}
