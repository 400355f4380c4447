import { element } from '../element.ts';
import { lineHeights, type LineHeights } from './line-heights.ts';
import type { ListLine } from './list-lines.ts';
import { setChildren } from './set-children.ts';
import { blocksOf, type Block } from './window-blocks.ts';

/** Lines that are all drawn; of longer lists only those near the window are. */
const MOST_DRAWN = 200;
/** How far beyond the window lines are drawn. Pixels. */
const MARGIN = 800;
/** What a row and a heading are taken for before the first is seen. Pixels. */
const ROW = 32;
const HEADING = 44;

/** The body of a list's table. */
export interface ListTable {
  /**
   * Draws lines in place of those that are there.
   *
   * @param keepsPlace whether the row that is first in sight stays where it is
   */
  show(lines: readonly ListLine[], keepsPlace: boolean): void;
  /** Whether only the lines near the window are drawn. */
  isWindowed(): boolean;
  /** The line that an element lies in, where that is drawn. */
  lineOf(inside: Element | null): number | null;
  /** The first line that nothing covers. */
  lineInView(): number;
  /** Puts the keyboard's focus into a line, and the line into sight. */
  focusLine(line: number): void;
  /** Draws every line, for paper, or gives that up again. */
  drawAll(isAll: boolean): void;
  /** Makes all lines anew with the next drawing. */
  forget(): void;
}

/** @param make the element of a line: a table row */
export function listTable(
  table: HTMLTableElement,
  make: (line: ListLine) => HTMLElement,
): ListTable {
  const drawn = new Map<string, HTMLElement>();
  const lineOfRow = new WeakMap<Element, number>();
  const bodies = new Map<string, HTMLElement>();
  let lines: readonly ListLine[] = [];
  let heights: LineHeights = lineHeights(0, () => ROW);
  let isAll = false;
  // The line that has the focus stays drawn, wherever the window goes.
  let held: number | null = null;
  let range = '';

  const isWindowed = (): boolean => !isAll && lines.length > MOST_DRAWN;
  const bodyTop = (): number => table.tHead?.getBoundingClientRect().bottom ?? 0;
  const above = (): number =>
    Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0;

  const rowOf = (line: number): HTMLElement => {
    const { [line]: shown } = lines;
    if (shown === undefined) return element('tr');
    const row = drawn.get(shown.key) ?? make(shown);
    drawn.set(shown.key, row);
    lineOfRow.set(row, line);
    if (isWindowed()) row.setAttribute('aria-rowindex', String(line + 2));
    else row.removeAttribute('aria-rowindex');
    return row;
  };

  const bodyOf = (block: Block): HTMLElement => {
    const body = bodies.get(block.key) ?? element('tbody');
    bodies.set(block.key, body);
    const rows = block.parts.map((part) =>
      part.kind === 'line'
        ? rowOf(part.line)
        : spacer(heights.startOf(part.to) - heights.startOf(part.from)),
    );
    setChildren(body, rows, body.firstElementChild);
    return body;
  };

  const visible = (): { from: number; to: number } => {
    if (!isWindowed()) return { from: 0, to: lines.length };
    // The heading sticks to the top: the body begins below where it would be.
    const top = bodyStart();
    return {
      from: heights.lineAt(-top - MARGIN),
      to: Math.min(lines.length, heights.lineAt(-top + innerHeight + MARGIN) + 1),
    };
  };
  const bodyStart = (): number => {
    const [first] = table.tBodies;
    return first?.getBoundingClientRect().top ?? bodyTop();
  };

  const draw = (): void => {
    const { from, to } = visible();
    const next = `${from} ${to} ${held} ${isAll}`;
    if (next === range) return;
    range = next;
    const anchor = isWindowed() ? firstBelow(table, above()) : null;
    const before = anchor?.getBoundingClientRect().top ?? 0;
    const blocks = blocksOf(lines, from, to, held);
    const used = blocks.map(bodyOf);
    setChildren(table, used, table.tBodies[0] ?? null);
    prune(blocks);
    if (!isWindowed()) return;
    for (const { parts } of blocks)
      for (const part of parts) {
        const row = part.kind === 'line' ? drawn.get(lines[part.line]?.key ?? '') : undefined;
        if (part.kind === 'line' && row !== undefined)
          heights.measure(part.line, row.getBoundingClientRect().height);
      }
    const shift = anchor?.isConnected === true ? anchor.getBoundingClientRect().top - before : 0;
    if (Math.abs(shift) >= 1) scrollBy(0, shift);
  };

  const prune = (blocks: readonly Block[]): void => {
    const keys = new Set(blocks.map(({ key }) => key));
    for (const key of bodies.keys()) if (!keys.has(key)) bodies.delete(key);
    for (const [key, row] of drawn) if (!row.isConnected) drawn.delete(key);
  };

  let isAsked = false;
  const redraw = (): void => {
    if (isAsked || !isWindowed()) return;
    isAsked = true;
    requestAnimationFrame(() => {
      isAsked = false;
      draw();
    });
  };
  addEventListener('scroll', redraw, { passive: true });
  addEventListener('resize', redraw);

  const lineOf = (inside: Element | null): number | null => {
    const row = inside?.closest('tr') ?? null;
    return row === null ? null : (lineOfRow.get(row) ?? null);
  };
  table.addEventListener('focusin', ({ target }) => {
    held = target instanceof Element ? lineOf(target) : null;
  });
  table.addEventListener('focusout', () => {
    held = null;
  });

  return {
    isWindowed,
    lineOf,
    show(next, keepsPlace) {
      const anchor = keepsPlace ? firstBelow(table, above()) : null;
      const before = anchor?.getBoundingClientRect().top ?? 0;
      const seen = keepsPlace ? heightsOfRows(table) : new Map<string, number>();
      lines = next;
      held = null;
      range = '';
      heights = lineHeights(lines.length, (line) => {
        const { [line]: shown } = lines;
        if (shown?.kind !== 'row') return HEADING;
        return seen.get(shown.item.uniqueId) ?? ROW;
      });
      bodies.clear();
      if (isWindowed()) table.setAttribute('aria-rowcount', String(lines.length + 1));
      else table.removeAttribute('aria-rowcount');
      draw();
      const id = anchor?.dataset['id'];
      const same = id === undefined ? null : rowOfId(table, id);
      if (same === null) return;
      const shift = same.getBoundingClientRect().top - before;
      if (Math.abs(shift) >= 1) scrollBy(0, shift);
    },
    lineInView() {
      const row = firstBelow(table, above());
      return lineOf(row) ?? 0;
    },
    focusLine(line) {
      held = line;
      range = '';
      draw();
      const row = rowOf(line);
      const head = row.querySelector('th');
      const target = head?.querySelector<HTMLElement>('a, .fold-group') ?? head;
      // What has no page of its own can be gone to all the same.
      if (target === head) head?.setAttribute('tabindex', '-1');
      target?.focus({ preventScroll: true });
      row.scrollIntoView({ block: 'nearest' });
    },
    drawAll(all) {
      isAll = all;
      draw();
    },
    forget() {
      drawn.clear();
    },
  };
}

/** Stands for lines that are not drawn. */
function spacer(height: number): HTMLElement {
  const cell = element('td');
  cell.setAttribute('colspan', '2');
  cell.style.height = `${height}px`;
  const row = element('tr', 'spacer', cell);
  row.setAttribute('aria-hidden', 'true');
  return row;
}

/** The first row that is below a place of the window. */
function firstBelow(table: HTMLTableElement, place: number): HTMLElement | null {
  for (const row of table.querySelectorAll<HTMLElement>('tbody > tr:not(.spacer)')) {
    const { bottom, top } = row.getBoundingClientRect();
    if (bottom > place) return top < innerHeight ? row : null;
  }
  return null;
}

/** How high the rows are that are drawn, by their ids. */
function heightsOfRows(table: HTMLTableElement): Map<string, number> {
  const rows = [...table.querySelectorAll<HTMLElement>('tbody > tr[data-id]')];
  return new Map(rows.map((row) => [row.dataset['id'] ?? '', row.getBoundingClientRect().height]));
}

function rowOfId(table: HTMLTableElement, id: string): HTMLElement | null {
  return table.querySelector(`tbody > tr[data-id="${CSS.escape(id)}"]`);
}
