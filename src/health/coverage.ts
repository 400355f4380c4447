import { compareText } from '../project/order.ts';
import { describedColumns } from '../project/described-columns.ts';
import type { Project } from '../project/project.ts';
import type { Resource } from '../project/resource.ts';
import { testsOf } from '../project/tests-of.ts';
import type { RuleInput } from './rules/rule.ts';

/** How much of some models is described and tested. */
export interface Coverage {
  /** What they have in common: a folder, an owner; null for those that have none. */
  readonly name: string | null;
  readonly models: number;
  readonly described: number;
  readonly tested: number;
  readonly columns: number;
  readonly describedColumns: number;
}

/** The coverage of the project's models as a whole, by folder and by owner; the largest first, then by name. */
export interface ProjectCoverage {
  readonly total: Coverage;
  readonly folders: readonly Coverage[];
  readonly owners: readonly Coverage[];
}

/** Counts descriptions and tests of models. */
export function buildCoverage(input: RuleInput): ProjectCoverage {
  const total = counter(null);
  const folders = new Map<string | null, Counter>();
  const owners = new Map<string | null, Counter>();
  for (const { resource, id, details } of input.models) {
    const { columns, description, owner, fqn } = resource;
    // A versioned model's fqn ends in name and version.
    const ending = details.version === null ? 1 : 2;
    const folder = fqn.slice(1, Math.max(1, fqn.length - ending)).slice(0, FOLDER_DEPTH);
    const counters = [
      total,
      counterOf(folders, folder.join('/') || null),
      counterOf(owners, owner?.name ?? null),
    ];
    for (const count of counters) {
      count.models++;
      if (description.trim() !== '') count.described++;
      if (input.testsOf(id).length > 0) count.tested++;
      count.columns += columns.length;
      count.describedColumns += describedColumns(columns);
    }
  }
  return { total, folders: sorted(folders), owners: sorted(owners) };
}

/** Counts descriptions and tests of the models among some resources. */
export function coverageOf(
  name: string | null,
  resources: readonly Resource[],
  project: Project,
): Coverage {
  const count = counter(name);
  for (const resource of resources) {
    if (resource.resourceType !== 'model') continue;
    const { columns, description } = resource;
    count.models++;
    if (description.trim() !== '') count.described++;
    if (testsOf(resource, project).length > 0) count.tested++;
    count.columns += columns.length;
    count.describedColumns += describedColumns(columns);
  }
  return count;
}

/** Folders below these are counted with them. */
const FOLDER_DEPTH = 2;

type Counter = { -readonly [Key in keyof Coverage]: Coverage[Key] };

function counter(name: string | null): Counter {
  return { name, models: 0, described: 0, tested: 0, columns: 0, describedColumns: 0 };
}

function counterOf(counters: Map<string | null, Counter>, name: string | null): Counter {
  const count = counters.get(name) ?? counter(name);
  counters.set(name, count);
  return count;
}

function sorted(counters: ReadonlyMap<string | null, Counter>): Coverage[] {
  return [...counters.values()].sort(
    (a, b) => b.models - a.models || compareText(a.name ?? '', b.name ?? ''),
  );
}
