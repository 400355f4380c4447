import type { Column } from '../../project/column.ts';
import { nestedParts } from '../../project/nested-type.ts';

/** A column, or a part of one, in the order in which a page shows them. */
export interface ColumnEntry {
  /** `a.b.c`: the whole way from the column down. */
  readonly name: string;
  /** What the entry above it doesn't say already: `c` below `a.b`. */
  readonly label: string;
  readonly type: string | null;
  /** null for a part that only the type of its column tells of. */
  readonly column: Column | null;
  /** 0 for a plain column. */
  readonly depth: number;
  /** How many of the entries that follow are parts of this one. */
  readonly partCount: number;
}

/** Parts that types add to one table. */
const MOST_PARTS = 1000;
const MOST_DEPTH = 8;

interface Branch {
  readonly name: string;
  readonly type: string | null;
  readonly column: Column | null;
  readonly branches: Branch[];
}

/**
 * Columns with their parts below them. Parts are columns of their own where the project or the catalog names them
 * (BigQuery lists `a`, `a.b` and `a.b.c`), and whatever else the type of a column says.
 */
export function columnTree(columns: readonly Column[]): ColumnEntry[] {
  const byName = new Map<string, Branch>();
  const order: Branch[] = [];
  for (const column of columns) {
    const branch = { name: column.name, type: typeOf(column), column, branches: [] };
    order.push(branch);
    // The same name twice (a broken file): the first is the one that parts belong to.
    if (!byName.has(column.name.toLowerCase())) byName.set(column.name.toLowerCase(), branch);
  }
  addParts(order, byName);
  const roots: Branch[] = [];
  for (const branch of order) {
    const parent = parentOf(branch.name, byName);
    if (parent === null || parent === branch) roots.push(branch);
    else parent.branches.push(branch);
  }
  return roots.flatMap((root) => flatten(root, 0, 0));
}

/** Adds what types tell of parts that nobody lists, at the end of `order`. */
function addParts(order: Branch[], byName: Map<string, Branch>): void {
  let left = MOST_PARTS;
  for (const { name, type, column } of [...order]) {
    if (type === null || column === null) continue;
    for (const part of nestedParts(type)) {
      const partName = `${name}.${part.path.join('.')}`;
      if (byName.has(partName.toLowerCase())) continue;
      if (left-- === 0) return;
      const branch = { name: partName, type: part.type, column: null, branches: [] };
      byName.set(partName.toLowerCase(), branch);
      order.push(branch);
    }
  }
}

/** The nearest part above a name that is known: `a.b` or `a` for `a.b.c`. */
function parentOf(name: string, byName: ReadonlyMap<string, Branch>): Branch | null {
  const key = name.toLowerCase();
  for (let dot = key.lastIndexOf('.'); dot > 0; dot = key.lastIndexOf('.', dot - 1)) {
    const parent = byName.get(key.slice(0, dot));
    if (parent !== undefined) return parent;
  }
  return null;
}

function flatten(branch: Branch, depth: number, said: number): ColumnEntry[] {
  const { name, type, column } = branch;
  const below = branch.branches.flatMap((part) =>
    flatten(part, Math.min(depth + 1, MOST_DEPTH), name.length + 1),
  );
  return [
    { name, label: name.slice(said), type, column, depth, partCount: below.length },
    ...below,
  ];
}

function typeOf({ catalogType, declaredType }: Column): string | null {
  return catalogType ?? declaredType;
}
