import { placesOf, type RunOutline, statusesOf } from '../../runs/run-outline.ts';
import type { Run } from '../../runs/run.ts';

/** An outline as the index has it: told by places in the sorted list of the run's ids, which other runs share. */
interface StoredOutline {
  /** dbt's words. */
  readonly words: readonly string[];
  /** Pairs: so many ids, one after the other, have the word of this number; 0 is none, 1 the first. */
  readonly statuses: readonly number[];
  /** The places of the results' ids, in the order of the results; empty for a short run. */
  readonly order: readonly number[];
}

/** @param ids the run's ids, as its list has them */
export function storeOutline(run: Run, ids: readonly string[]): string {
  const told = statusesOf(run);
  const words = [...new Set(told.values())].sort();
  const statuses: number[] = [];
  for (const id of ids) {
    const word = told.get(id);
    const number = word === undefined ? 0 : words.indexOf(word) + 1;
    if (statuses.at(-1) === number) statuses[statuses.length - 2] = (statuses.at(-2) ?? 0) + 1;
    else statuses.push(1, number);
  }
  const places = new Map(ids.map((id, at) => [id, at]));
  const order = placesOf(run).flatMap((id) => places.get(id) ?? []);
  return JSON.stringify({ words, statuses, order } satisfies StoredOutline);
}

/**
 * What {@link storeOutline} stored.
 *
 * @param placeIn the place of an id in the list of the run's ids
 */
export function outlineFrom(stored: string, placeIn: ReadonlyMap<string, number>): RunOutline {
  // The index is ours: what stands in it was checked when it came.
  const { words, statuses, order } = JSON.parse(stored) as StoredOutline;
  const numbers = new Uint16Array(placeIn.size);
  let at = 0;
  for (let pair = 0; pair < statuses.length; pair += 2) {
    const end = at + (statuses[pair] ?? 0);
    numbers.fill(statuses[pair + 1] ?? 0, at, end);
    at = end;
  }
  const places = new Int32Array(order.length === 0 ? 0 : placeIn.size).fill(-1);
  for (const [place, id] of order.entries()) places[id] = place;
  const lookUp = (list: Uint16Array | Int32Array, uniqueId: string): number | undefined => {
    const place = placeIn.get(uniqueId);
    return place === undefined ? undefined : list[place];
  };
  return {
    statusOf: (uniqueId) => words[(lookUp(numbers, uniqueId) ?? 0) - 1] ?? null,
    placeOf: (uniqueId) => {
      const place = lookUp(places, uniqueId) ?? -1;
      return place < 0 ? null : place;
    },
  };
}
