import { z } from 'zod';
import { HealthSchema } from './health.ts';
import { BrandSchema } from './brand-schema.ts';
import { RepositorySchema } from './repository-schema.ts';

/** What of the artifacts themselves a site carries; see `publish` below. */
export const publishModes = ['none', 'redacted', 'raw'] as const;
export type PublishMode = (typeof publishModes)[number];

/** What search engines are told. */
const robotsModes = ['noindex', 'index'] as const;
export type RobotsMode = (typeof robotsModes)[number];

/** What search finds: names and columns, also what is written of them, or SQL as well. */
const searchModes = ['names', 'text', 'code'] as const;
export type SearchMode = (typeof searchModes)[number];

/** How tests join a selection that holds only some of what they read; dbt's `--indirect-selection`. */
export const indirectModes = ['eager', 'cautious', 'buildable', 'empty'] as const;
export type IndirectMode = (typeof indirectModes)[number];

const path = z.string('must be a path, as text').min(1, 'must not be empty');
const flag = z.boolean('must be true or false');
const positive = z
  .int('must be a whole number from 1 on')
  .min(1, 'must be a whole number from 1 on');

/** Everything that can be configured, in the file or on the command line. All of it is optional. */
export const ConfigSchema = z.strictObject({
  /** Folder of dbt's artifacts, `target` by default. Paths are relative to the file they stand in. */
  artifacts: path.optional(),
  /** Folder that the site is written to, `site` by default. */
  out: path.optional(),
  /**
   * Path that the site is served under, `/` by default.
   * @example "/docs/"
   */
  base: z
    .string('must be a path, as text')
    .regex(
      /^[\w.~/-]*$/,
      'must be a path like "/docs/", made of letters, digits and the characters . _ ~ - /',
    )
    .refine(
      (base) => !/\/\/|(^|\/)\.\.?(\/|$)/.test(base),
      'must not hold "//" or the parts "." and ".."',
    )
    .transform((base) => `/${base}/`.replace(/\/+/g, '/'))
    .optional(),
  /**
   * Address of the published site, which feeds and link previews need. Its path, if it has one, is
   * the base.
   * @example "https://docs.example.com"
   */
  siteUrl: z
    .url({
      protocol: /^https?$/,
      error: 'must be an address that begins with https:// or http://',
    })
    .refine((url) => !/[?#@]/.test(url), 'must hold neither a user, nor "?", nor "#"')
    .optional(),
  /** Title of the site, the name of the dbt project by default. */
  title: z.string('must be text').trim().min(1, 'must not be empty').optional(),
  /**
   * Whether the site carries the artifacts' files: not at all, with secrets masked (the default), or
   * as they are.
   */
  publish: z.enum(publishModes, 'must be "none", "redacted" or "raw"').optional(),
  /** Write `.gz` and `.br` beside each text file, for servers that send them. */
  compress: flag.optional(),
  /** Folder of the cache that makes builds incremental, `.dbt-workbench` by default. */
  cache: path.optional(),
  /**
   * Folder in which runs are kept, one file each, since dbt overwrites its own: by default beside the
   * cache, with `-history` behind its name. `false` keeps nothing.
   */
  history: z.union([z.literal(false), path], 'must be a path, as text, or false').optional(),
  /**
   * A published site, or a folder with one, whose runs are added to the history: for builds that
   * start with an empty disk.
   * @example "https://docs.example.com"
   */
  historyFrom: z
    .string('must be an address or a path, as text')
    .min(1, 'must not be empty')
    .optional(),
  /** The history keeps the newest so many runs; by default all. */
  keepRuns: positive.optional(),
  /** The history keeps runs that are at most so many days older than the newest; by default all. */
  keepDays: positive.optional(),
  /** The site shows the newest so many runs of the history: 1,000 by default. */
  shownRuns: positive.optional(),
  /**
   * From how many hours on the first page says that its newest artifact is old; 48 by default, `false` never says it.
   * Browsers judge it, as a static page grows old by itself.
   */
  staleAfterHours: z
    .union([z.literal(false), positive], 'must be a whole number of hours from 1 on, or false')
    .optional(),
  /** The page of artifacts shows how the site is kept up to date; `dbt-workbench live` sets it. */
  live: flag.optional(),
  /** How many threads render; by default as many as there are cores, at most 4. */
  workers: z
    .int('must be a whole number from 1 to 64')
    .min(1, 'must be a whole number from 1 to 64')
    .max(64, 'must be a whole number from 1 to 64')
    .optional(),
  /**
   * dbt's target that statuses come from; without it `prod` or `production`, else the one that most
   * results are from.
   */
  target: z.string('must be the name of a target').trim().min(1, 'must not be empty').optional(),
  /**
   * What the search of the site finds: `names` and columns, also the `text` that was written of them (the default), or
   * `code` as well, the SQL of models and macros.
   */
  search: z.enum(searchModes, 'must be "names", "text" or "code"').optional(),
  /** Pages also for the macros of installed packages. */
  packageMacros: flag.optional(),
  /**
   * The part of the project that the site holds, in dbt's selector language; all of it by default. Nothing of the
   * rest is in the site.
   */
  select: z.string('must be text').min(1, 'must not be empty').optional(),
  /** What is left out of it, in the same language. */
  exclude: z.string('must be text').min(1, 'must not be empty').optional(),
  /** A selector of `selectors.yml`, instead of `select` and `exclude`. */
  selector: z.string('must be text').min(1, 'must not be empty').optional(),
  /** Whether tests join that read something outside of the selection: `eager` by default. */
  indirectSelection: z
    .enum(indirectModes, 'must be "eager", "cautious", "buildable" or "empty"')
    .optional(),
  /** Folder with an older manifest, which `state:` compares with. */
  state: path.optional(),
  /** How health is judged: which rules apply, how much each weighs, and where. */
  health: HealthSchema.optional(),
  /**
   * Whether search engines may list the site: `noindex` by default. `index` also writes a sitemap,
   * which needs `siteUrl`.
   */
  robots: z.enum(robotsModes, 'must be "noindex" or "index"').optional(),
  /** Write each page as Markdown too, and `llms.txt`; true by default. One more file for each page. */
  markdown: flag.optional(),
  /** Where the project's code lies, for links to it. */
  repository: RepositorySchema.optional(),
  ...BrandSchema.shape,
});

/** The configuration as somebody wrote it. */
export type UserConfig = z.input<typeof ConfigSchema>;
/** The same, checked and normalised, before defaults. */
export type CheckedConfig = z.output<typeof ConfigSchema>;

/** The keys that are known at a place of the configuration; none where it takes any, or no object at all. */
export function configKeysAt(place: readonly PropertyKey[]): readonly string[] {
  let schema: z.core.$ZodType = ConfigSchema;
  for (const key of place) {
    const inner = shapeOf(schema)[String(key)];
    if (inner === undefined) return [];
    schema = inner;
  }
  return Object.keys(shapeOf(schema));
}

/** What stands in the object that a schema describes, whatever says that it may be left out or written otherwise. */
function shapeOf(schema: z.core.$ZodType): z.core.$ZodShape {
  if (schema instanceof z.ZodObject) return schema.shape;
  if (schema instanceof z.ZodOptional) return shapeOf(schema.unwrap());
  return schema instanceof z.ZodPipe ? shapeOf(schema.out) : {};
}
