import type { StatusView } from './status-view.ts';

/** Results as bars in the order of time, each with the shape of its status below it. */
export interface BarChartView {
  /** The same in words, and where it stands as a table. */
  readonly title: string;
  /** What the highest bar stands for: `longest 12 s`. */
  readonly top: string;
  /** Oldest first. */
  readonly bars: readonly Bar[];
  /** Lines across: a median, a threshold. */
  readonly lines: readonly Line[];
}

export interface Bar {
  /** Height as a share of the highest, 0 to 1; null where nothing was measured. */
  readonly share: number | null;
  readonly status: StatusView;
  readonly href: string;
  readonly title: string;
}

export interface Line {
  readonly label: string;
  /** 0 to 1. */
  readonly share: number;
  readonly kind: 'usual' | 'warn' | 'error';
}

/** A share of the highest with as many digits as a pixel needs. */
export function shareOf(value: number, highest: number): number {
  return highest > 0 ? Math.round((Math.max(0, value) / highest) * 1000) / 1000 : 0;
}
