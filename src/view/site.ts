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
  /** Whether search engines may list the site. */
  readonly robots: 'noindex' | 'index';
  /** Whether each page has a Markdown twin. */
  readonly hasMarkdown: boolean;
  readonly brand: BrandView;
}

/** What makes a site look like its owner's. Hrefs include the base. */
export interface BrandView {
  readonly logo: LogoView | null;
  /** For the dark theme; null where `logo` serves both. */
  readonly logoDark: LogoView | null;
  readonly favicon: { readonly href: string; readonly type: string } | null;
  /** What chats show beside a link; null where this generator's own mark serves. */
  readonly preview: PreviewImage | null;
  /** Style sheet that sets the accent. */
  readonly accentHref: string | null;
  /** The owner's own style sheet, loaded last. */
  readonly stylesheetHref: string | null;
  readonly headerLinks: readonly NavItem[];
  readonly footerLinks: readonly NavItem[];
  /** Markdown; empty for none. */
  readonly footer: string;
}

export interface PreviewImage {
  readonly href: string;
  /** True when it is at least twice as wide as high. */
  readonly isWide: boolean;
}

export interface LogoView {
  readonly href: string;
  /** CSS pixels; null when the file doesn't tell its proportions. */
  readonly width: number | null;
  readonly height: number;
}

export interface NavGroup {
  readonly label: string;
  readonly items: readonly NavItem[];
}

export interface NavItem {
  readonly label: string;
  readonly href: string;
  /** The resource type that it lists, or `owner` or `tag`, for its glyph. */
  readonly type?: string;
  /** The letter that leads there after `g`. */
  readonly key?: string;
}

/** What Astro's `locals` hold when a page is rendered. */
export interface PageLocals {
  readonly site: SiteView;
  readonly view: unknown;
}
