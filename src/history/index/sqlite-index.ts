import { createHash } from 'node:crypto';
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { HISTORY_DEPTH } from '../../runs/history.ts';
import { outcomesOf } from '../../runs/outcomes.ts';
import { newestFirst } from '../../runs/finish-run.ts';
import { NO_OUTLINE, type RunOutline, SHORT_RUN } from '../../runs/run-outline.ts';
import type { Run, RunSummary } from '../../runs/run.ts';
import { MIGRATIONS } from './migrations.ts';
import { outlineFrom, storeOutline } from './outline.ts';
import {
  emptyPast,
  forget,
  isEmptyPast,
  type Past,
  remember,
  storeCheck,
  storeOutcome,
} from './past.ts';
import type {
  AddedRun,
  IndexedResource,
  IndexedRun,
  NewestOf,
  RunIndex,
  Telling,
} from './run-index.ts';

/** What the order of runs is told by. */
type Ordered = Pick<RunSummary, 'id' | 'startedAt'>;

interface Known extends Ordered {
  /** The name of its entry in the archive. */
  readonly entry: string;
  readonly idList: number;
  /** What pages of resources tell of it. */
  readonly told: string;
}

/** An index in a database of SQLite. */
export class SqliteIndex implements RunIndex {
  readonly #db: DatabaseSync;
  readonly #idLists = new Map<number, readonly string[]>();
  /** Of each list, by its number, the place of each id. */
  readonly #places = new Map<number, ReadonlyMap<string, number>>();
  readonly #selectPast: StatementSync;

  /**
   * @param db open, and nobody else's
   * @throws Error when the database is damaged or of a newer release
   */
  constructor(db: DatabaseSync) {
    this.#db = db;
    db.exec('PRAGMA busy_timeout = 30000; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL');
    const [check] = db.prepare('PRAGMA quick_check(1)').all();
    if (check?.['quick_check'] !== 'ok') throw new Error(String(check?.['quick_check']));
    this.#migrate();
    this.#selectPast = db.prepare('SELECT past FROM pasts WHERE unique_id = ?');
  }

  runs(): readonly IndexedRun[] {
    return this.#db
      .prepare('SELECT number, key, entry, size, time, summary, ids FROM runs')
      .all()
      .map((row) => ({
        number: Number(row['number']),
        key: String(row['key']),
        entry: { name: String(row['entry']), size: Number(row['size']), time: Number(row['time']) },
        // The index is ours: what stands in it was checked when it came.
        summary: JSON.parse(String(row['summary'])) as RunSummary,
        idList: Number(row['ids']),
      }));
  }

  idList(number: number): readonly string[] {
    const known = this.#idLists.get(number);
    if (known !== undefined) return known;
    const row = this.#db.prepare('SELECT ids FROM id_lists WHERE number = ?').get(number);
    const ids = JSON.parse(String(row?.['ids'] ?? '[]')) as readonly string[];
    this.#idLists.set(number, ids);
    return ids;
  }

  outline({ number, idList }: Pick<IndexedRun, 'number' | 'idList'>): RunOutline {
    const row = this.#db.prepare('SELECT outline FROM runs WHERE number = ?').get(number);
    let places = this.#places.get(idList);
    if (places === undefined) {
      places = new Map(this.idList(idList).map((id, at) => [id, at]));
      this.#places.set(idList, places);
    }
    return row === undefined ? NO_OUTLINE : outlineFrom(String(row['outline']), places);
  }

  resources(): ReadonlyMap<string, IndexedResource> {
    const rows = this.#db.prepare('SELECT unique_id, key, runs, newest FROM resources').all();
    return new Map(
      rows.map((row) => [
        String(row['unique_id']),
        { key: String(row['key']), runs: String(row['runs']), newest: String(row['newest']) },
      ]),
    );
  }

  past(uniqueId: string): Past {
    const row = this.#selectPast.get(uniqueId);
    return row === undefined ? emptyPast() : (JSON.parse(String(row['past'])) as Past);
  }

  update(removed: readonly string[], added: readonly AddedRun[]): boolean {
    if (removed.length + added.length === 0) return true;
    this.#db.exec('BEGIN IMMEDIATE');
    try {
      const isDone = new Update(this.#db, this).apply(removed, added);
      this.#db.exec(isDone ? 'COMMIT' : 'ROLLBACK');
      return isDone;
    } catch (error) {
      this.#db.exec('ROLLBACK');
      throw error;
    }
  }

  tellings(): ReadonlyMap<string, Telling> {
    const rows = this.#db.prepare('SELECT id, source, key, is_complete FROM tellings').all();
    return new Map(
      rows.map((row) => [
        String(row['id']),
        {
          id: String(row['id']),
          source: String(row['source']),
          key: String(row['key']),
          isComplete: row['is_complete'] === 1,
        },
      ]),
    );
  }

  tell(tellings: readonly Telling[]): void {
    if (tellings.length === 0) return;
    const add = this.#db.prepare(
      'INSERT OR REPLACE INTO tellings (id, source, key, is_complete) VALUES (?, ?, ?, ?)',
    );
    this.#db.exec('BEGIN IMMEDIATE');
    try {
      for (const { id, source, key, isComplete } of tellings) {
        add.run(id, source, key, isComplete ? 1 : 0);
      }
      this.#db.exec('DELETE FROM tellings WHERE id NOT IN (SELECT id FROM runs); COMMIT');
    } catch (error) {
      this.#db.exec('ROLLBACK');
      throw error;
    }
  }

  clear(): void {
    this.#idLists.clear();
    this.#places.clear();
    this.#db.exec(
      'BEGIN IMMEDIATE; DELETE FROM runs; DELETE FROM id_lists; DELETE FROM resources; DELETE FROM pasts; DELETE FROM tellings; COMMIT',
    );
  }

  close(): void {
    this.#db.close();
  }

  #migrate(): void {
    const version = Number(this.#db.prepare('PRAGMA user_version').get()?.['user_version']);
    if (version > MIGRATIONS.length) throw new Error('a newer release wrote it');
    for (const [at, sql] of MIGRATIONS.entries()) {
      if (at < version) continue;
      this.#db.exec(`BEGIN IMMEDIATE; ${sql} PRAGMA user_version = ${at + 1}; COMMIT`);
    }
  }
}

/** One change of the index, within a transaction. */
class Update {
  readonly #db: DatabaseSync;
  readonly #index: RunIndex;
  readonly #runs: Map<number, Known>;
  readonly #pasts = new Map<string, Past>();
  /** Resources of which something fell out, though not all that is older is gone. */
  readonly #thinned = new Set<string>();

  constructor(db: DatabaseSync, index: RunIndex) {
    this.#db = db;
    this.#index = index;
    this.#runs = new Map(
      index
        .runs()
        .map(({ number, summary, entry, key, idList }) => [
          number,
          knownRun(summary, entry.name, key, idList),
        ]),
    );
  }

  /** False when the index has to be made again. */
  apply(removed: readonly string[], added: readonly AddedRun[]): boolean {
    const gone = new Set([...removed, ...added.map(({ entry }) => entry.name)]);
    this.#forget([...this.#runs].filter(([, { entry }]) => gone.has(entry)));
    // Newest first: most of what is older than all that is remembered needs no place to be found for it.
    for (const one of added.toSorted((a, b) => newestFirst(a.run, b.run))) this.#add(one);
    if (!this.#isWhole()) return false;
    this.#write();
    return true;
  }

  #forget(found: [number, Known][]): void {
    if (found.length === 0) return;
    const numbers = new Set(found.map(([number]) => number));
    const ids = new Set(found.flatMap(([, { idList }]) => this.#index.idList(idList)));
    const newestGone = found.map(([, run]) => run).sort(newestFirst)[0];
    for (const number of numbers) this.#runs.delete(number);
    // Retention takes the oldest: nothing that is left could take the place of what they leave.
    const isTail =
      newestGone === undefined ||
      [...this.#runs.values()].every((run) => newestFirst(run, newestGone) < 0);
    for (const id of ids) {
      const past = this.#past(id);
      const wasFull = lists(past).some((list) => list.length === HISTORY_DEPTH);
      if (!forget(past, numbers)) this.#pasts.delete(id);
      else if (wasFull && !isTail) this.#thinned.add(id);
    }
    const remove = this.#db.prepare('DELETE FROM runs WHERE number = ?');
    for (const number of numbers) remove.run(number);
  }

  #add({ entry, key, run }: AddedRun): void {
    const { results, freshness } = run;
    const ids = [...new Set([...results, ...freshness].map(({ uniqueId }) => uniqueId))].sort();
    const idList = this.#idList(ids);
    const { lastInsertRowid } = this.#db
      .prepare(
        'INSERT INTO runs (id, entry, size, time, key, summary, ids, outline) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
      )
      .run(
        run.id,
        entry.name,
        entry.size,
        entry.time,
        key,
        JSON.stringify(summaryOf(run)),
        idList,
        storeOutline(run, ids),
      );
    const number = Number(lastInsertRowid);
    this.#runs.set(number, knownRun(run, entry.name, key, idList));
    const compare = this.#compare;
    for (const outcome of outcomesOf(run)) {
      const { targets } = this.#past(outcome.uniqueId);
      const list = (targets[run.target ?? ''] ??= []);
      remember(list, storeOutcome(number, outcome), compare);
    }
    for (const result of freshness) {
      remember(this.#past(result.uniqueId).checks, storeCheck(number, result), compare);
    }
  }

  readonly #compare = (a: number, b: number): number => {
    const [one, other] = [this.#runs.get(a), this.#runs.get(b)];
    return one === undefined || other === undefined ? a - b : newestFirst(one, other);
  };

  /** What fell out was made good by a newer state of the same run. */
  #isWhole(): boolean {
    return [...this.#thinned].every((id) =>
      lists(this.#past(id)).some((list) => list.length === HISTORY_DEPTH),
    );
  }

  #past(id: string): Past {
    const known = this.#pasts.get(id);
    if (known !== undefined) return known;
    const past = this.#index.past(id);
    this.#pasts.set(id, past);
    return past;
  }

  #idList(ids: readonly string[]): number {
    const text = JSON.stringify(ids);
    const hash = digest(text);
    const row = this.#db.prepare('SELECT number FROM id_lists WHERE hash = ?').get(hash);
    if (row !== undefined) return Number(row['number']);
    const { lastInsertRowid } = this.#db
      .prepare('INSERT INTO id_lists (hash, ids) VALUES (?, ?)')
      .run(hash, text);
    return Number(lastInsertRowid);
  }

  #write(): void {
    const resource = this.#db.prepare(
      'INSERT OR REPLACE INTO resources (unique_id, key, runs, newest) VALUES (?, ?, ?, ?)',
    );
    const whole = this.#db.prepare('INSERT OR REPLACE INTO pasts (unique_id, past) VALUES (?, ?)');
    const remove = ['resources', 'pasts'].map((table) =>
      this.#db.prepare(`DELETE FROM ${table} WHERE unique_id = ?`),
    );
    for (const [id, past] of this.#pasts) {
      if (isEmptyPast(past)) {
        for (const statement of remove) statement.run(id);
        continue;
      }
      const numbers = lists(past).flatMap((list) => list.map(([run]) => run));
      resource.run(id, this.#keyOf(past), `,${numbers.join()},`, JSON.stringify(newestOf(past)));
      whole.run(id, JSON.stringify(past));
    }
    this.#db.exec('DELETE FROM id_lists WHERE number NOT IN (SELECT ids FROM runs)');
  }

  /** Runs have other numbers in other indexes, so that it is what is told of them that counts. */
  #keyOf({ targets, checks }: Past): string {
    const named = (list: Past['checks'] | Past['targets'][string]): unknown[] =>
      list.map(([run, ...told]) => [this.#runs.get(run)?.told, ...told]);
    const names = Object.keys(targets).sort();
    return digest(
      JSON.stringify([names.map((name) => [name, named(targets[name] ?? [])]), named(checks)]),
    );
  }
}

function knownRun(summary: RunSummary, entry: string, key: string, idList: number): Known {
  const { id, command, target, startedAt, completedAt, tally } = summary;
  // On which page of a long run a result stands depends on all of its results.
  const order = tally.results > SHORT_RUN ? key : '';
  const told = JSON.stringify([id, command, target, startedAt, completedAt, order]);
  return { id, startedAt, entry, idList, told };
}

function summaryOf({
  results: _results,
  freshness: _freshness,
  log: _log,
  ...summary
}: Run): RunSummary {
  return summary;
}

function lists({ targets, checks }: Past): (Past['checks'] | Past['targets'][string])[] {
  return [...Object.values(targets), checks];
}

function newestOf({ targets, checks }: Past): NewestOf {
  return {
    targets: Object.fromEntries(
      Object.entries(targets).flatMap(([name, [newest]]) =>
        newest === undefined ? [] : [[name, newest] as const],
      ),
    ),
    check: checks[0] ?? null,
  };
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 22);
}
