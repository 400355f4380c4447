import type { ArtifactSource } from './artifact-source.ts';

/** A page of the site, rendered by the compiled renderer from its view. */
export interface PageOutput {
  readonly kind: 'page';
  /** URL path below the base: `/models/model.shop.orders/`, or `/404.html`. */
  readonly path: string;
  /** Everything that the page shows, as JSON-able data. The page's key is the hash of it. */
  readonly view: unknown;
  /** The page as Markdown, with links below a base; where it is missing the page has no twin. */
  readonly markdown?: (base: string) => string;
}

/** A JSON file of the site. */
export interface JsonOutput {
  readonly kind: 'json';
  /** Path below the output folder, without a leading slash: `models/index.json`. */
  readonly file: string;
  readonly data: unknown;
}

/** A text of the site that is neither: Markdown, robots.txt, … */
export interface TextOutput {
  readonly kind: 'text';
  readonly file: string;
  readonly text: string;
}

/** A text with a piece for each of many rows. As most builds change few of them, the last build's text gives the others. */
export interface RowsOutput {
  readonly kind: 'rows';
  readonly file: string;
  readonly head: string;
  readonly between: string;
  readonly tail: string;
  readonly rows: readonly TextRow[];
}

/** One row of a text. */
export interface TextRow {
  /** Of no other row; changes whenever the text may. */
  readonly key: string;
  readonly text: () => string;
}

/** A file of anything else: an image, a font, … */
export interface FileOutput {
  readonly kind: 'file';
  readonly file: string;
  /** Changes when, and only when, the bytes change. */
  readonly key: string;
  /** Called only when the file must be written. */
  readonly bytes: () => Promise<Uint8Array>;
}

/** An artifact's own file, which a worker reads and masks. */
export interface ArtifactOutput {
  readonly kind: 'artifact';
  readonly file: string;
  /** Changes when, and only when, the bytes change. */
  readonly key: string;
  readonly source: ArtifactSource;
}

/** A page, a JSON file or a text that is made only when what it depends on has changed. */
export interface KeyedOutput {
  readonly kind: 'keyed';
  /** Where `make` says that it goes. */
  readonly file: string;
  /** Changes whenever what `make` gives may change: a key that misses something leaves old pages standing. */
  readonly key: string;
  readonly make: () => PageOutput | JsonOutput | TextOutput | RowsOutput;
}

/**
 * Outputs that stay together, without being made or looked at one by one, as long as their key is
 * the same and all their files are as they were left. Groups may hold groups.
 */
export interface OutputGroup {
  readonly kind: 'group';
  /** Told apart from all groups beside it; the same in every build. Holds no `>`. */
  readonly name: string;
  /** Changes whenever anything that `make` gives may change, the set of files too. */
  readonly key: string;
  readonly make: () => Iterable<SiteOutput>;
}

/**
 * Files that something makes by itself while other outputs are made. Kept like a group, under its key; when they can't be
 * made, that is reported, and the site does without them.
 */
export interface BundleOutput {
  readonly kind: 'bundle';
  /** As of a group. */
  readonly name: string;
  readonly key: string;
  readonly make: () => Promise<readonly (JsonOutput | FileOutput)[]>;
}

/** Outputs that are made from what the others write; offered when all others have been. */
export interface ClosingOutputs {
  readonly kind: 'closing';
  /** @param files every file of the site so far, sorted */
  readonly make: (files: readonly string[]) => Iterable<SingleOutput>;
}

/** One thing that a build writes. */
export type SingleOutput =
  PageOutput | JsonOutput | TextOutput | FileOutput | ArtifactOutput | KeyedOutput;

/** What a plan is made of. */
export type SiteOutput = SingleOutput | OutputGroup | BundleOutput | ClosingOutputs;

/** The path below the output folder that a page is written to. */
export function pageFile(path: string): string {
  return path.endsWith('/') ? `${path.slice(1)}index.html` : path.slice(1);
}
