/** A file that `init ci` writes. */
export interface CiFile {
  /** Below the repository's top folder. */
  readonly path: string;
  readonly text: string;
}

/** What differs from project to project. */
export interface CiProject {
  /** What npx runs: `dbt-workbench@0.1.0`. */
  readonly program: string;
  /** The dbt adapter's package: `dbt-postgres`. */
  readonly adapter: string;
  /** dbt's target folder. */
  readonly artifacts: string;
}

/** What is written for a host, and what is left to do by hand. */
export interface CiPlan {
  readonly files: readonly CiFile[];
  readonly steps: readonly string[];
}
