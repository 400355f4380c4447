/**
 * How the index is laid out, step by step: an index of an older release takes the steps that it lacks. Each step is SQL
 * that also says what of the content has to be read from the archive again.
 */
export interface Migration {
  readonly sql: string;
  /** True when what is in the index must be forgotten, as it lacks what the new layout holds. */
  readonly forgets: boolean;
}

export const MIGRATIONS: readonly Migration[] = [
  {
    sql: `
      CREATE TABLE id_lists (number INTEGER PRIMARY KEY, hash TEXT NOT NULL UNIQUE, ids TEXT NOT NULL);
      CREATE TABLE runs (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,
        entry TEXT NOT NULL UNIQUE,
        size INTEGER NOT NULL,
        time REAL NOT NULL,
        key TEXT NOT NULL,
        summary TEXT NOT NULL,
        ids INTEGER NOT NULL REFERENCES id_lists (number)
      );
      CREATE TABLE resources (
        unique_id TEXT PRIMARY KEY,
        key TEXT NOT NULL,
        runs TEXT NOT NULL,
        newest TEXT NOT NULL
      );
      CREATE TABLE pasts (unique_id TEXT PRIMARY KEY, past TEXT NOT NULL);
    `,
    forgets: false,
  },
  { sql: `ALTER TABLE runs ADD COLUMN outline TEXT NOT NULL DEFAULT '{}'`, forgets: true },
];
