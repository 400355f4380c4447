/** Steps of the arrow keys: rows and columns. */
const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/**
 * Makes the grid of nodes and runs one stop for the Tab key, in which arrow keys go from cell to cell, Home and End to
 * the ends of a row. A cell without an outcome is gone over.
 */
export function startRunGrid(): void {
  const table = document.querySelector<HTMLTableElement>('[data-run-grid]');
  if (table === null) return;
  table.setAttribute('role', 'grid');
  const cells = [...table.rows].map((row) =>
    [...row.cells].map((cell) => cell.querySelector<HTMLAnchorElement>('a')),
  );
  const links = cells.flat().filter((link) => link !== null);
  for (const link of links) link.tabIndex = -1;
  const [first] = links;
  if (first !== undefined) first.tabIndex = 0;

  const placeOf = (link: Element): readonly [number, number] | null => {
    const cell = link.closest<HTMLTableCellElement>('td, th');
    const row = cell?.closest('tr') ?? null;
    return cell === null || row === null ? null : [row.rowIndex, cell.cellIndex];
  };
  const go = (link: HTMLAnchorElement): void => {
    for (const other of links) other.tabIndex = other === link ? 0 : -1;
    link.focus();
  };
  table.addEventListener('focusin', ({ target }) => {
    for (const link of links) link.tabIndex = link === target ? 0 : -1;
  });
  table.addEventListener('keydown', (event) => {
    const { key, target, altKey, ctrlKey, metaKey } = event;
    if (altKey || ctrlKey || metaKey || !(target instanceof Element)) return;
    const place = placeOf(target);
    if (place === null) return;
    const [row, column] = place;
    const inRow = cells[row]?.filter((link) => link !== null) ?? [];
    const next =
      key === 'Home' ? inRow[0] : key === 'End' ? inRow.at(-1) : stepped(row, column, STEPS[key]);
    if (next === undefined || next === null) return;
    event.preventDefault();
    go(next);
  });

  function stepped(
    row: number,
    column: number,
    step: readonly [number, number] | undefined,
  ): HTMLAnchorElement | null {
    if (step === undefined) return null;
    let [y, x] = [row + step[0], column + step[1]];
    while (cells[y] !== undefined && x >= 0 && x < (cells[y]?.length ?? 0)) {
      const link = cells[y]?.[x] ?? null;
      if (link !== null) return link;
      y += step[0];
      x += step[1];
    }
    return null;
  }
}
