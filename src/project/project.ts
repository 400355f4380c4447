import type { Resource } from './resource.ts';

/** A resource that the project switched off: listed, without a page. */
export interface DisabledResource {
  readonly uniqueId: string;
  readonly resourceType: string;
  readonly name: string;
  readonly filePath: string | null;
}

/** What the artifacts say of the dbt project as a whole. */
export interface ProjectFacts {
  /** The root project's name; null when it can't be told. */
  readonly name: string | null;
  readonly adapterType: string | null;
  readonly dbtVersion: string | null;
  /** ISO 8601 UTC. */
  readonly generatedAt: string | null;
  readonly invocationId: string | null;
  readonly hasCatalog: boolean;
}

/**
 * A dbt project, normalised once. Nothing after this knows which dbt wrote the artifacts.
 * All maps iterate in code-point order of unique_id.
 */
export interface Project {
  readonly facts: ProjectFacts;
  readonly resources: ReadonlyMap<string, Resource>;
  /** unique_id → unique_ids of its children, sorted; tests, macros and groups apart. */
  readonly children: ReadonlyMap<string, readonly string[]>;
  /** unique_id → unique_ids of the data tests and unit tests that read it, attached to it or not, sorted. */
  readonly dependentTests: ReadonlyMap<string, readonly string[]>;
  /** Macro unique_id → unique_ids of what calls it, sorted. */
  readonly macroCallers: ReadonlyMap<string, readonly string[]>;
  /** The root project first, then in code-point order. */
  readonly packages: readonly string[];
  readonly disabled: readonly DisabledResource[];
  /** Overview blocks: `__overview__` under the empty name, `__<package>__` under the package's. */
  readonly overviews: ReadonlyMap<string, string>;
}
