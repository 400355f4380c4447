/** One column of a relation: what the project declares of it, and what the catalog saw. */
export interface Column {
  /** The name as the project writes it; the catalog's spelling where only the catalog knows it. */
  readonly name: string;
  /** Markdown; empty when nobody wrote one. */
  readonly description: string;
  /** The type that the project declares (contracts, `data_type`); null when it declares none. */
  readonly declaredType: string | null;
  /** The type that the warehouse reported; null without a catalog entry. */
  readonly catalogType: string | null;
  /** The comment stored in the warehouse; null when there is none. */
  readonly comment: string | null;
  /** Names of the `{% docs %}` blocks that the description is made of. */
  readonly docBlocks: readonly string[];
  readonly tags: readonly string[];
  readonly meta: Readonly<Record<string, unknown>>;
  readonly constraints: readonly Constraint[];
  readonly isPrimaryKey: boolean;
  readonly foreignKeys: readonly ForeignKey[];
  /** unique_ids of the tests on this column, sorted. */
  readonly testIds: readonly string[];
  /** True when the project's YAML names the column. */
  readonly isDeclared: boolean;
  /** True when the catalog holds the column; null when the relation has no catalog entry. */
  readonly isInCatalog: boolean | null;
}

/** A constraint of a column or a model, in dbt's words. */
export interface Constraint {
  /** `not_null`, `unique`, `primary_key`, `foreign_key`, `check` or `custom`. */
  readonly type: string;
  readonly name: string | null;
  readonly expression: string | null;
  /** Columns of a model-level constraint; empty on a column. */
  readonly columns: readonly string[];
}

/** A reference from a column to a column of another resource. */
export interface ForeignKey {
  /** unique_id of the referenced resource; null when it isn't part of the project. */
  readonly toId: string | null;
  /** How the project writes the reference, shown where `toId` is null. */
  readonly toName: string;
  readonly toColumn: string | null;
  /** Where the key is declared. */
  readonly from: 'constraint' | 'relationships test';
}
