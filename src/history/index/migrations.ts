/**
 * How the index is laid out, step by step: an index of an older release takes the steps that it lacks. A step also
 * deletes what lacks something that the new layout holds; it is read from the archive again.
 */
export const MIGRATIONS: readonly string[] = [
  `
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
  `
    ALTER TABLE runs ADD COLUMN outline TEXT NOT NULL DEFAULT '{}';
    DELETE FROM runs;
    DELETE FROM id_lists;
    DELETE FROM resources;
    DELETE FROM pasts;
  `,
  `
    CREATE TABLE tellings (
      id TEXT PRIMARY KEY,
      source TEXT NOT NULL,
      key TEXT NOT NULL,
      is_complete INTEGER NOT NULL
    );
  `,
];
