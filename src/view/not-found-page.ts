import type { PageHead } from './page-head.ts';

/** The page for URLs that lead nowhere. */
export interface NotFoundPageView {
  readonly page: 'not-found';
  readonly head: PageHead;
  /** The page of search. */
  readonly searchHref: string;
  readonly collections: readonly {
    readonly label: string;
    readonly href: string;
    /** The resource type of its glyph. */
    readonly type: string;
  }[];
}
