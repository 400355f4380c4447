import { join } from 'node:path';

/** Where everything lies that a live site is made of. All paths are absolute; see docs/serving.md. */
export interface StateFolder {
  readonly root: string;
  /** Link to the release that is shown. */
  readonly current: string;
  readonly releases: string;
  /** A file for each release that says what is in it. */
  readonly contents: string;
  /** A tree that nobody sees, which becomes the next release. */
  readonly next: string;
  /** Hashed assets of releases that are gone, for pages that were opened before. */
  readonly pool: string;
  /** When each asset was last part of the release that was shown. */
  readonly poolRecord: string;
  /** Holds the id of the release that a rollback keeps shown. */
  readonly hold: string;
  readonly status: string;
  /** The output folder of the engine. */
  readonly work: string;
  /** Copies of the artifacts, which builds read. */
  readonly artifacts: string;
  /** Artifacts that were fetched from addresses. */
  readonly fetched: string;
  readonly cache: string;
  readonly history: string;
}

export function stateFolder(root: string): StateFolder {
  const at = (name: string): string => join(root, name);
  return {
    root,
    current: at('current'),
    releases: at('releases'),
    contents: at('contents'),
    next: at('next'),
    pool: at('pool'),
    poolRecord: at('pool.json'),
    hold: at('hold'),
    status: at('status.json'),
    work: at('work'),
    artifacts: at('artifacts'),
    fetched: at('fetched'),
    cache: at('cache'),
    history: at('history'),
  };
}
