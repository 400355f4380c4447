import type { StatusView } from '../view/status-view.ts';

/**
 * The shapes of src/styles/shapes.css as paths in a square of 16, for drawings, where a mask can't be used.
 * `isStroked` shapes are outlines.
 */
export const STATUS_SHAPES: Readonly<
  Record<StatusView['kind'], { readonly path: string; readonly isStroked: boolean }>
> = {
  success: {
    path: 'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1M7 11.3 3.8 8.1 5 6.9l2 2 4-4 1.2 1.2z',
    isStroked: false,
  },
  warn: { path: 'M8 1 15.6 14.5H.4zM7.1 5.6h1.8v4.6H7.1zM7.1 11.2h1.8v1.8H7.1z', isStroked: false },
  error: {
    path: 'M5 1h6l4 4v6l-4 4H5l-4-4V5zM6.8 8 4.7 10.1l1.2 1.2L8 9.2l2.1 2.1 1.2-1.2L9.2 8l2.1-2.1-1.2-1.2L8 6.8 5.9 4.7 4.7 5.9z',
    isStroked: false,
  },
  skipped: {
    path: 'M3.6 3.6a6.2 6.2 0 0 1 8.8 0m0 8.8a6.2 6.2 0 0 1-8.8 0M4.4 8h6M8 5.4 10.9 8 8 10.6',
    isStroked: true,
  },
  partial: {
    path: 'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1m0 1.6a5.4 5.4 0 0 1 0 10.8z',
    isStroked: false,
  },
  none: { path: 'M8 1.8a6.2 6.2 0 0 1 0 12.4A6.2 6.2 0 0 1 8 1.8M5 8h6', isStroked: true },
};
