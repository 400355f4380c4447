import type { PageHead } from './page-head.ts';

/** The page of search. */
export interface SearchPageView {
  readonly page: 'search';
  readonly head: PageHead;
  /** Where what is searched lies: `/docs/search/index.json`. */
  readonly dataHref: string;
  /** What any search needs, to be fetched while scripts are. */
  readonly preloads: readonly string[];
  /** Queries that find something in this project. */
  readonly examples: readonly { readonly query: string; readonly href: string }[];
  /** For readers without scripts. */
  readonly collections: readonly {
    readonly label: string;
    readonly href: string;
    /** The resource type of its glyph. */
    readonly type: string;
  }[];
}
