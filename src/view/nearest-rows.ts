/** What a row is found by. */
interface Named {
  readonly name: string;
  readonly uniqueId: string;
}

/** How far names may be apart, as a share of the letters of the wanted one. */
const MOST_CHANGED = 1 / 3;
/** More words of a name than this have to be shared, as a share of all of them: a prefix is what half a folder shares. */
const SHARED = 0.5;

/**
 * The rows whose names come closest to what an address was about, the closest first: the same name elsewhere, a longer or
 * a shorter one, one with a few letters changed, one with the same words.
 *
 * @param wanted the last part of a path, decoded: `model.shop.ordres`
 */
export function nearestRows<Row extends Named>(
  wanted: string,
  rows: readonly Row[],
  most: number,
): Row[] {
  const id = wanted.toLowerCase();
  // dbt's ids begin with a type and a package, which a renamed resource keeps.
  const name = /^[a-z_]+\.\w+\.(.+)$/.exec(id)?.[1] ?? id;
  if (name === '') return [];
  return rows
    .flatMap((row) => {
      const own = row.name.toLowerCase();
      const distance = Math.min(
        distanceOf(name, own),
        row.uniqueId.toLowerCase().endsWith(`.${name}`) ? 0 : Infinity,
      );
      return distance === Infinity ? [] : [{ row, distance }];
    })
    .sort(
      (a, b) =>
        a.distance - b.distance ||
        a.row.name.length - b.row.name.length ||
        (a.row.uniqueId < b.row.uniqueId ? -1 : 1),
    )
    .slice(0, most)
    .map(({ row }) => row);
}

/** From 0, the same, to 3; infinite for names that nobody would mistake for each other. */
function distanceOf(wanted: string, name: string): number {
  if (wanted === name) return 0;
  const [shorter, longer] = wanted.length < name.length ? [wanted, name] : [name, wanted];
  if (shorter.length >= 3 && longer.includes(shorter)) {
    return 1 - shorter.length / longer.length;
  }
  const most = Math.max(1, Math.floor(wanted.length * MOST_CHANGED));
  const changed = changedLetters(wanted, name, most);
  if (changed <= most) return 1 + changed / (most + 1);
  const words = wordsOf(wanted);
  const others = wordsOf(name);
  const shared = [...words].filter((word) => others.has(word)).length;
  const share = shared / Math.max(words.size, others.size);
  return share > SHARED ? 3 - share : Infinity;
}

function wordsOf(name: string): Set<string> {
  return new Set(name.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== ''));
}

/** Levenshtein's distance; anything above `most` once it is known to be that far. */
function changedLetters(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return Infinity;
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    if (Math.min(...next) > most) return Infinity;
    row = next;
  }
  return row[b.length] ?? Infinity;
}
