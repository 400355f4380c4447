import type { Column } from './column.ts';
import type { Details } from './details/details.ts';
import type { Owner } from './owner.ts';

/** Where a resource lives in the warehouse. */
export interface Relation {
  readonly database: string | null;
  readonly schema: string | null;
  readonly identifier: string | null;
  /** Quoted as the adapter renders it, e.g. `"db"."schema"."orders"`. */
  readonly name: string | null;
}

/** What `catalog.json` tells of a relation. */
export interface CatalogEntry {
  /** `BASE TABLE`, `VIEW` …, as the adapter says it. */
  readonly type: string | null;
  readonly owner: string | null;
  readonly comment: string | null;
  /** In the catalog's order, without its internal `has_stats`. */
  readonly stats: readonly CatalogStat[];
}

/** A statistic of a relation. Values are kept as the adapter wrote them. */
export interface CatalogStat {
  readonly id: string;
  readonly label: string;
  readonly value: string | number | boolean | null;
  readonly description: string;
}

/** One thing of a dbt project that has a unique_id. */
export interface Resource {
  readonly uniqueId: string;
  /** dbt's word: `model`, `source`, `semantic_model` …; unknown words pass. */
  readonly resourceType: string;
  readonly name: string;
  readonly label: string | null;
  readonly packageName: string;
  /** Markdown with doc blocks resolved; empty when nobody wrote one. */
  readonly description: string;
  /** Names of the `{% docs %}` blocks that the description is made of. */
  readonly docBlocks: readonly string[];
  readonly tags: readonly string[];
  readonly meta: Readonly<Record<string, unknown>>;
  readonly owner: Owner | null;
  /** Name of the group; null when in none. */
  readonly group: string | null;
  readonly fqn: readonly string[];
  /** Path in the repository with forward slashes; null when not told. */
  readonly filePath: string | null;
  /** Path of the YAML file that describes it; null when there is none. */
  readonly patchPath: string | null;
  /** False when the project asks to keep it out of the docs. */
  readonly isShown: boolean;
  /** A CSS colour that the project asks for; null when it asks for none or for something that isn't one. */
  readonly nodeColor: string | null;
  readonly config: Readonly<Record<string, unknown>>;
  /** Hash of the source file as dbt computed it. */
  readonly checksum: string | null;
  readonly language: string | null;
  readonly rawCode: string | null;
  readonly compiledCode: string | null;
  readonly relation: Relation | null;
  readonly catalog: CatalogEntry | null;
  /** The project's order first, then what only the catalog knows. */
  readonly columns: readonly Column[];
  /** unique_ids of parents that are part of the project, sorted; macros apart. */
  readonly parents: readonly string[];
  /** unique_ids that the artifact names as parents but doesn't contain, sorted. */
  readonly missingParents: readonly string[];
  /** unique_ids of macros that it calls, sorted. */
  readonly macros: readonly string[];
  /** unique_ids of the data tests attached to it, column tests included, sorted. */
  readonly testIds: readonly string[];
  readonly details: Details;
}
