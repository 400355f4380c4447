/** What the `<head>` and the top of a page need. */
export interface PageHead {
  readonly title: string;
  /** One plain sentence for link previews; empty when there is nothing to say. */
  readonly description: string;
  /** URL of the page itself, base included. */
  readonly href: string;
  /** URL of the JSON twin, base included; null where the page has none. */
  readonly jsonHref: string | null;
  /** At most two figures that chats show in the preview of a link. */
  readonly previewFacts?: readonly { readonly label: string; readonly text: string }[];
  /** The folder that the feeds of what it is about lie in, base included. */
  readonly feedsHref?: string;
  /** From the top down, the page itself last; empty on top-level pages. */
  readonly breadcrumbs: readonly Crumb[];
}

export interface Crumb {
  readonly label: string;
  /** null for the page itself. */
  readonly href: string | null;
}
