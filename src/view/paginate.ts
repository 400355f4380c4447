import type { Pagination } from './list-page.ts';

/** Rows of a static page of a list. */
export const ROWS_A_PAGE = 500;

/** One page of a long list. */
export interface PageOf<T> {
  readonly rows: readonly T[];
  /** Path of the page below the base: `/models/`, `/models/page/2/`. */
  readonly path: string;
  readonly pagination: Pagination | null;
}

/** Cuts a list into pages of 500 rows; a short list is one page without pagination, an empty one too. */
export function paginate<T>(
  rows: readonly T[],
  listPath: string,
  href: (path: string) => string,
): PageOf<T>[] {
  const count = Math.max(1, Math.ceil(rows.length / ROWS_A_PAGE));
  const pathOf = (number: number): string =>
    number === 1 ? listPath : `${listPath}page/${number}/`;
  const pages = Array.from({ length: count }, (_, index) => ({
    number: index + 1,
    href: href(pathOf(index + 1)),
  }));
  return pages.map(({ number }) => ({
    rows: rows.slice((number - 1) * ROWS_A_PAGE, number * ROWS_A_PAGE),
    path: pathOf(number),
    pagination:
      count === 1
        ? null
        : {
            number,
            count,
            previousHref: number > 1 ? href(pathOf(number - 1)) : null,
            nextHref: number < count ? href(pathOf(number + 1)) : null,
            pages,
          },
  }));
}
