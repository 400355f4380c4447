import type { Constraint } from '../column.ts';

/** A period in dbt's words, e.g. 12 `hour`. */
export interface Period {
  readonly count: number;
  readonly period: string;
}

/** When a source (or a model) counts as stale. */
export interface FreshnessCriteria {
  readonly warnAfter: Period | null;
  readonly errorAfter: Period | null;
  readonly filter: string | null;
}

/** What the project says of an owner beside name and email, such as a channel: as it stands in the YAML. */
export type Contact = Readonly<Record<string, unknown>>;

/** Models, seeds, snapshots and anything else that dbt builds as a relation. */
export interface NodeDetails {
  readonly kind: 'node';
  /** `table`, `view`, `incremental`, `ephemeral`, `seed`, `snapshot` …; null when not told. */
  readonly materialized: string | null;
  /** `private`, `protected` or `public`; null where dbt doesn't say. */
  readonly access: string | null;
  readonly version: string | null;
  readonly latestVersion: string | null;
  /** unique_ids of all versions of this model, itself included, oldest first; empty when unversioned. */
  readonly versionIds: readonly string[];
  readonly contractEnforced: boolean;
  readonly constraints: readonly Constraint[];
  readonly primaryKey: readonly string[];
  /** ISO 8601; null when none is set. */
  readonly deprecationDate: string | null;
  readonly freshness: FreshnessCriteria | null;
  /** The column that holds the time, where the model is a time spine of the semantic layer. */
  readonly timeSpineColumn: string | null;
  /** `day`, `hour` …; null where the model is no time spine, or dbt doesn't say. */
  readonly timeSpineGranularity: string | null;
  /** Periods that a time spine adds to the usual ones, such as fiscal years, and the column of each. */
  readonly customGranularities: readonly { readonly name: string; readonly column: string }[];
}

export interface SourceDetails {
  readonly kind: 'source';
  readonly sourceName: string;
  readonly sourceDescription: string;
  readonly loader: string | null;
  readonly loadedAtField: string | null;
  readonly loadedAtQuery: string | null;
  readonly freshness: FreshnessCriteria | null;
  readonly external: Readonly<Record<string, unknown>> | null;
}

/** A data test, generic or singular. */
export interface TestDetails {
  readonly kind: 'test';
  readonly isGeneric: boolean;
  /** `not_null`, `dbt_utils.unique_combination_of_columns`; null for singular tests. */
  readonly testName: string | null;
  readonly kwargs: Readonly<Record<string, unknown>>;
  readonly columnName: string | null;
  /** unique_id of the tested resource; null when it can't be told. */
  readonly attachedNode: string | null;
  /** `error` or `warn`, lower case. */
  readonly severity: string;
  readonly where: string | null;
  readonly limit: number | null;
  readonly warnIf: string | null;
  readonly errorIf: string | null;
  readonly storeFailures: boolean;
}

export interface UnitTestDetails {
  readonly kind: 'unit_test';
  /** unique_id of the tested model; null when it isn't part of the project. */
  readonly testedNode: string | null;
  readonly modelName: string;
  readonly given: readonly UnitTestTable[];
  readonly expect: UnitTestTable;
  readonly overrides: Readonly<Record<string, unknown>>;
}

/** Rows that a unit test gives or expects. */
export interface UnitTestTable {
  /** `ref('orders')`, or `expect`. */
  readonly input: string;
  /** `dict`, `csv` or `sql`. */
  readonly format: string;
  /** Column names, in order of first appearance; empty for SQL. */
  readonly columns: readonly string[];
  /** A row an entry; a cell a column of `columns`, null where the row leaves it out. */
  readonly rows: readonly (readonly (string | null)[])[];
  /** The text when rows are given as SQL, or in a way that isn't a table. */
  readonly text: string | null;
  /** Name of the file that the rows come from; null where they stand in the YAML. */
  readonly fixture: string | null;
}

export interface ExposureDetails {
  readonly kind: 'exposure';
  readonly contact: Contact;
  /** `dashboard`, `notebook`, `analysis`, `ml`, `application`. */
  readonly exposureType: string | null;
  readonly maturity: string | null;
  readonly url: string | null;
}

export interface MetricDetails {
  readonly kind: 'metric';
  /** `simple`, `ratio`, `derived`, `cumulative`, `conversion`, or the calculation method of dbt ≤ 1.5. */
  readonly metricType: string | null;
  /** The formula in words without SQL around it, e.g. `revenue / orders`; null when not told. */
  readonly formula: string | null;
  readonly filters: readonly string[];
  readonly timeGranularity: string | null;
  readonly typeParams: Readonly<Record<string, unknown>>;
  /** Of metrics from before MetricFlow, which name them themselves: dimensions, the time column, its grains. */
  readonly dimensions: readonly string[];
  readonly timestamp: string | null;
  readonly timeGrains: readonly string[];
}

export interface SemanticModelDetails {
  readonly kind: 'semantic_model';
  readonly modelId: string | null;
  readonly primaryEntity: string | null;
  readonly defaultTimeDimension: string | null;
  readonly entities: readonly SemanticElement[];
  readonly dimensions: readonly SemanticElement[];
  readonly measures: readonly SemanticElement[];
}

/** An entity, a dimension or a measure. */
export interface SemanticElement {
  readonly name: string;
  /** Entity type, dimension type, or aggregation. */
  readonly type: string | null;
  readonly expression: string | null;
  readonly description: string;
  readonly label: string | null;
  /** Of a time dimension: `day`, `week` …; null for everything else. */
  readonly granularity: string | null;
  /** Of a measure: the time dimension it is summed along where it isn't the default. */
  readonly timeDimension: string | null;
  /** Of a measure: the dimension that it must not be summed over. */
  readonly nonAdditiveDimension: string | null;
  /** Of a measure: which percentile, 0 to 1. */
  readonly percentile: number | null;
}

export interface SavedQueryDetails {
  readonly kind: 'saved_query';
  readonly metrics: readonly string[];
  readonly groupBy: readonly string[];
  readonly where: readonly string[];
  readonly orderBy: readonly string[];
  readonly limit: number | null;
  readonly exports: readonly SavedQueryExport[];
}

/** A relation that a saved query's result is written to. */
export interface SavedQueryExport {
  readonly name: string;
  /** `table`, `view`, `cache`; null where the artifact doesn't say. */
  readonly exportAs: string | null;
  readonly database: string | null;
  readonly schema: string | null;
  readonly alias: string | null;
}

export interface FunctionDetails {
  readonly kind: 'function';
  readonly functionType: string | null;
  readonly volatility: string | null;
  readonly arguments: readonly Argument[];
  readonly returns: string | null;
  readonly returnsDescription: string;
  /** Of Python functions: the version of Python, and the name of the function that is called. */
  readonly runtimeVersion: string | null;
  readonly entryPoint: string | null;
}

export interface MacroDetails {
  readonly kind: 'macro';
  /** Those that the project documents; what the code says besides is in the signature. */
  readonly arguments: readonly Argument[];
}

/** An argument of a macro or a function. */
export interface Argument {
  readonly name: string;
  readonly type: string | null;
  readonly description: string;
  /** As the code writes it; null when a caller must give one, or nobody tells. */
  readonly defaultValue: string | null;
}

export interface GroupDetails {
  readonly kind: 'group';
  readonly contact: Contact;
  /** unique_ids of the members, sorted. */
  readonly memberIds: readonly string[];
}

/** Analyses, operations, and resource types that this version doesn't know. */
export interface OtherDetails {
  readonly kind: 'other';
  /** What a resource of an unknown type has besides, as the artifact has it; null for known types. */
  readonly unknownFields: Readonly<Record<string, unknown>> | null;
}

export type Details =
  | NodeDetails
  | SourceDetails
  | TestDetails
  | UnitTestDetails
  | ExposureDetails
  | MetricDetails
  | SemanticModelDetails
  | SavedQueryDetails
  | FunctionDetails
  | MacroDetails
  | GroupDetails
  | OtherDetails;
