import type { StateChange, StatePart } from '../../project/state/state-change.ts';
import type { IndirectMode } from '../../config/schema.ts';
import type { Selection } from './selection.ts';

/** What selectors ask of a resource. Null and empty stand for what is not told or doesn't apply. */
export interface Selectable {
  readonly uniqueId: string;
  readonly resourceType: string;
  readonly name: string;
  readonly packageName: string;
  readonly fqn: readonly string[];
  readonly tags: readonly string[];
  readonly group: string | null;
  readonly access: string | null;
  /** Path in its own package, with forward slashes. */
  readonly filePath: string | null;
  readonly patchPath: string | null;
  readonly sourceName: string | null;
  readonly version: string | null;
  readonly latestVersion: string | null;
  /** Of a generic test: the test that it is an instance of. */
  readonly testName: string | null;
  readonly testType: 'generic' | 'singular' | 'unit' | null;
  /** Null where the data has no configurations, as in a browser. */
  readonly config: Readonly<Record<string, unknown>> | null;
}

/** What can be selected, and what depends on what. Nodes are named by their place in `nodes`. */
export interface SelectionGraph {
  /** In code-point order of unique_id. */
  readonly nodes: readonly Selectable[];
  readonly parents: readonly (readonly number[])[];
  readonly children: readonly (readonly number[])[];
}

/** What some methods need besides the graph. Null: not known, so that a selection which asks for it is an error. */
export interface SelectionFacts {
  /** The root project's name. */
  readonly rootPackage: string | null;
  /** `selectors.yml`. */
  readonly selectors: ReadonlyMap<string, Selection>;
  /** unique_id → status of its newest result, dbt's word in lower case. */
  readonly results: ReadonlyMap<string, string> | null;
  /** unique_id of a source → `pass`, `warn`, `error`, and `fresher` where it has newer data than when last checked. */
  readonly sourceStatuses: ReadonlyMap<string, ReadonlySet<string>> | null;
  /** unique_id → what changed since the manifest that is compared with. */
  readonly state: ReadonlyMap<string, StateChange> | null;
  /** Parts that what is compared with doesn't tell of: `state:modified.relation` has no answer then. */
  readonly untoldParts: ReadonlySet<StatePart>;
  readonly indirect: IndirectMode;
}

/** Facts of a graph that comes without any. */
export const NO_FACTS: SelectionFacts = {
  rootPackage: null,
  selectors: new Map(),
  results: null,
  sourceStatuses: null,
  state: null,
  untoldParts: new Set(),
  indirect: 'eager',
};
