/** What every page shares: names and links, nothing that changes with the data of a build. */
export interface SiteView {
  readonly title: string;
  /** Begins and ends with a slash. */
  readonly base: string;
  /** Absolute origin of the published site without a trailing slash; null when not configured. */
  readonly siteUrl: string | null;
  readonly nav: readonly NavGroup[];
  /** Name and version of the generator, for the footer and the meta tag. */
  readonly generator: string;
}

export interface NavGroup {
  readonly label: string;
  readonly items: readonly NavItem[];
}

export interface NavItem {
  readonly label: string;
  readonly href: string;
}

/** What Astro's `locals` hold when a page is rendered. */
export interface PageLocals {
  readonly site: SiteView;
  readonly view: unknown;
}
