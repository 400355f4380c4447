import type { Severity } from './diagnostic.ts';

/**
 * What can go wrong, each with a permanent name. `message` says what happened and why, `hint` says
 * what to do about it.
 */
export interface Entry<Args extends readonly unknown[]> {
  readonly name: string;
  readonly title: string;
  readonly message: (...args: Args) => string;
  readonly hint: string;
}

/** An entry for a `Diagnostic`: data that is not as it should be, which doesn't stop a build. */
export interface DiagnosticEntry<Args extends readonly unknown[]> extends Entry<Args> {
  readonly severity: Severity;
}

const makeManifest =
  'Run `dbt parse`, `dbt build` or `dbt docs generate` in the dbt project, and give dbt-Workbench its target/ folder.';
const runAgain =
  'dbt writes an artifact when its command finishes: run the command again, or copy the file again if it came from elsewhere.';

const seenBelow = (folders: readonly string[]): string[] =>
  folders.length === 0 ? [] : [`A manifest.json lies below it, in ${folders.join(', ')}.`];

// --- Errors that end the command -------------------------------------------------------------------

export const ArtifactsFolderMissing = {
  name: 'ArtifactsFolderMissing',
  title: 'The artifacts folder does not exist.',
  message: (folder: string) => `There is no folder ${folder}.`,
  hint: "Give the path of dbt's target/ folder, or of a folder that holds its manifest.json.",
} satisfies Entry<[string]>;

export const ArtifactsNotAFolder = {
  name: 'ArtifactsNotAFolder',
  title: 'The artifacts folder is a file.',
  message: (path: string) => `${path} is not a folder. The artifacts are read from a folder.`,
  hint: 'Give the folder that holds manifest.json, not the file.',
} satisfies Entry<[string]>;

export const ArtifactsFolderUnreadable = {
  name: 'ArtifactsFolderUnreadable',
  title: 'The artifacts folder cannot be read.',
  message: (folder: string, reason: string) => `The folder ${folder} cannot be read: ${reason}.`,
  hint: 'Check the permissions of the folder.',
} satisfies Entry<[string, string]>;

export const ArtifactsMissing = {
  name: 'ArtifactsMissing',
  title: 'The folder holds no dbt artifacts.',
  message: (folder: string, skipped: readonly string[], below: readonly string[]) =>
    [
      `${folder} holds no dbt artifacts: neither manifest.json, nor catalog.json, run_results.json or sources.json.`,
      ...skipped,
      ...seenBelow(below),
    ].join(' '),
  hint: makeManifest,
} satisfies Entry<[string, readonly string[], readonly string[]]>;

export const ManifestMissing = {
  name: 'ManifestMissing',
  title: 'There is no manifest.json.',
  message: (
    folder: string,
    found: readonly string[],
    skipped: readonly string[],
    below: readonly string[],
  ) =>
    [
      `${folder} has no manifest.json, which says what the project is made of. Found only ${found.join(', ')}.`,
      ...skipped,
      ...seenBelow(below),
    ].join(' '),
  hint: makeManifest,
} satisfies Entry<[string, readonly string[], readonly string[], readonly string[]]>;

export const ManifestUnreadable = {
  name: 'ManifestUnreadable',
  title: 'The manifest cannot be read.',
  message: (file: string, reason: string) => `Could not read ${file}: ${reason}.`,
  hint: 'Check the permissions of the file, and that it was copied whole.',
} satisfies Entry<[string, string]>;

export const ManifestNotJson = {
  name: 'ManifestNotJson',
  title: 'The manifest is not valid JSON.',
  message: (file: string, line: number, column: number, problem: string) =>
    `Could not read ${file}: the JSON breaks at line ${line}, column ${column}: ${problem}.`,
  hint: runAgain,
} satisfies Entry<[string, number, number, string]>;

export const NotAManifest = {
  name: 'NotAManifest',
  title: 'The file is not a dbt manifest.',
  message: (file: string, found: string) =>
    `${file} is JSON, but not a dbt manifest: ${found}. A manifest is an object with \`nodes\`.`,
  hint: makeManifest,
} satisfies Entry<[string, string]>;

export const ArtifactChanged = {
  name: 'ArtifactChanged',
  title: 'An artifact changed during the build.',
  message: (file: string) => `${file} changed while the site was built from it.`,
  hint: 'Build again when dbt has finished.',
} satisfies Entry<[string]>;

export const ConfigMissing = {
  name: 'ConfigMissing',
  title: 'The configuration file does not exist.',
  message: (file: string) => `There is no file ${file}, which --config names.`,
  hint: 'Check the path. Without --config, dbt-workbench.config.json is read where it exists.',
} satisfies Entry<[string]>;

export const ConfigNotJson = {
  name: 'ConfigNotJson',
  title: 'The configuration file is not valid JSON.',
  message: (file: string, problem: string) => `Could not read ${file}: ${problem}.`,
  hint: 'JSON has no comments, no trailing commas and only double quotes.',
} satisfies Entry<[string, string]>;

export const ConfigInvalid = {
  name: 'ConfigInvalid',
  title: 'The configuration has a mistake.',
  message: (source: string, problems: readonly string[]) => `${source}: ${problems.join(' ')}`,
  hint: 'Correct it. `dbt-workbench help build` lists the options; docs/configuration.md, in the package too, the settings of the file.',
} satisfies Entry<[string, readonly string[]]>;

export const EnvironmentInvalid = {
  name: 'EnvironmentInvalid',
  title: 'A variable of the environment has a mistake.',
  message: (problems: readonly string[]) => problems.join(' '),
  hint: 'Correct it and start again. docs/serving.md lists every variable.',
} satisfies Entry<[readonly string[]]>;

export const BrandFileUnusable = {
  name: 'BrandFileUnusable',
  title: 'A file that the configuration names cannot be used.',
  message: (key: string, file: string, problem: string) =>
    `"${key}" of the configuration names ${file}, which ${problem}.`,
  hint: 'Correct the path (it is relative to the configuration file), or the file.',
} satisfies Entry<[string, string, string]>;

export const OutputRefused = {
  name: 'OutputRefused',
  title: 'The site cannot be written to this folder.',
  message: (out: string, reason: string) => `The output folder ${out} ${reason}.`,
  hint: 'Give a folder of its own with --out.',
} satisfies Entry<[string, string]>;

export const OutputNotOurs = {
  name: 'OutputNotOurs',
  title: 'The output folder holds files that dbt-Workbench did not write.',
  message: (out: string, example: string) =>
    `The output folder ${out} is not empty, and no earlier build is on record that wrote it (it holds ${example}, for one).`,
  hint: 'Give another folder with --out, empty this one, or keep what is in it and write the site between with --force.',
} satisfies Entry<[string, string]>;

export const OutputHasLink = {
  name: 'OutputHasLink',
  title: 'The output folder holds a symbolic link.',
  message: (out: string, link: string) =>
    `${link} in the output folder ${out} is a symbolic link. Files written through it could land outside of the site.`,
  hint: 'Remove the link.',
} satisfies Entry<[string, string]>;

export const OutputLocked = {
  name: 'OutputLocked',
  title: 'Another process is writing to the folder.',
  message: (out: string, pid: number, host: string) =>
    `The process ${pid} on ${host} is building into ${out}, or adding to it, and did not finish in time.`,
  hint: 'Wait for it, or stop it. If no such process exists, remove the file .dbt-workbench.lock in that folder.',
} satisfies Entry<[string, number, string]>;

export const OutputNotWritable = {
  name: 'OutputNotWritable',
  title: 'A file of the site could not be written.',
  message: (file: string, reason: string) =>
    `Could not write ${file}: ${reason}. The build was stopped.`,
  hint: 'Check free space and permissions, then build again: it continues from a consistent state.',
} satisfies Entry<[string, string]>;

export const RendererMissing = {
  name: 'RendererMissing',
  title: 'The compiled renderer cannot be used.',
  message: (folder: string, reason: string) =>
    `The renderer in ${folder} could not be loaded: ${reason}.`,
  hint: 'Install dbt-Workbench again. In a checkout, run `npm run compile`.',
} satisfies Entry<[string, string]>;

export const SiteFolderMissing = {
  name: 'SiteFolderMissing',
  title: 'There is no site to serve.',
  message: (folder: string) => `There is no folder ${folder} with a site in it.`,
  hint: 'Build the site first, with `dbt-workbench build`, or give its folder.',
} satisfies Entry<[string]>;

export const PortTaken = {
  name: 'PortTaken',
  title: 'No free port was found.',
  message: (first: number, last: number, host: string) =>
    `All ports from ${first} to ${last} on ${host} are taken.`,
  hint: 'Give another one with --port.',
} satisfies Entry<[number, number, string]>;

// --- Diagnostics -----------------------------------------------------------------------------------

export const TargetFolderUsed = {
  name: 'TargetFolderUsed',
  severity: 'info',
  title: "The artifacts were read from the folder's target/.",
  message: (folder: string) =>
    `${folder} has no manifest.json, but its target/ has: that one is used.`,
  hint: 'Nothing needs to be done. To be explicit, give the path of target/.',
} satisfies DiagnosticEntry<[string]>;

export const ArtifactNotJson = {
  name: 'ArtifactNotJson',
  severity: 'error',
  title: 'An artifact is not valid JSON.',
  message: (line: number, column: number, problem: string) =>
    `The JSON breaks at line ${line}, column ${column}: ${problem}. The site is built without this file.`,
  hint: runAgain,
} satisfies DiagnosticEntry<[number, number, string]>;

export const ArtifactUnreadable = {
  name: 'ArtifactUnreadable',
  severity: 'error',
  title: 'An artifact cannot be read.',
  message: (reason: string) => `The file cannot be read: ${reason}. The site is built without it.`,
  hint: 'Check the permissions of the file, and that it was copied whole.',
} satisfies DiagnosticEntry<[string]>;

export const ArtifactWrongShape = {
  name: 'ArtifactWrongShape',
  severity: 'error',
  title: 'A file is JSON, but not the artifact that its name says.',
  message: (found: string) =>
    `The file is not what its name says: ${found}. The site is built without it.`,
  hint: 'Replace the file by the one that dbt wrote, or remove it.',
} satisfies DiagnosticEntry<[string]>;

export const ArtifactSkipped = {
  name: 'ArtifactSkipped',
  severity: 'warning',
  title: 'An entry of the artifacts folder was not read.',
  message: (reason: string) => `Not read: ${reason}.`,
  hint: 'Put a regular file there if it should be part of the site.',
} satisfies DiagnosticEntry<[string]>;

export const ResultsNotRead = {
  name: 'ResultsNotRead',
  severity: 'info',
  title: 'Results under another name were not read.',
  message: () =>
    'By its name it holds the results of another run, but only files called run_results.json are read.',
  hint: '`dbt-workbench import FOLDER` adds runs whatever their files are called. Or put each into a folder of its own below runs/, as run_results.json.',
} satisfies DiagnosticEntry<[]>;

export const InvalidUtf8 = {
  name: 'InvalidUtf8',
  severity: 'warning',
  title: 'A file holds bytes that are not UTF-8.',
  message: (line: number, column: number) =>
    `The bytes at line ${line}, column ${column} are not UTF-8. Each such byte shows as \uFFFD.`,
  hint: 'Save the source file that the text comes from as UTF-8 and run dbt again.',
} satisfies DiagnosticEntry<[number, number]>;

export const NonFiniteNumber = {
  name: 'NonFiniteNumber',
  severity: 'warning',
  title: 'A number is NaN or infinite.',
  message: (token: string) =>
    `The value is ${token}, which JSON does not have. It is read as null.`,
  hint: 'Look for `.nan` or `.inf` in the YAML that this value comes from.',
} satisfies DiagnosticEntry<[string]>;

export const NodeInvalid = {
  name: 'NodeInvalid',
  severity: 'error',
  title: 'An entry of an artifact cannot be used.',
  message: (reason: string) => `The entry is left out: ${reason}.`,
  hint: 'Run dbt again. If dbt wrote the entry this way, please report it with this message.',
} satisfies DiagnosticEntry<[string]>;

export const FieldInvalid = {
  name: 'FieldInvalid',
  severity: 'warning',
  title: 'A field has an unexpected type.',
  message: (found: string, expected: string) =>
    `Found ${found} where ${expected} is expected. The site is built as if it were not there.`,
  hint: 'Correct the YAML that the value comes from. If dbt wrote it this way, please report it.',
} satisfies DiagnosticEntry<[string, string]>;

export const DuplicateId = {
  name: 'DuplicateId',
  severity: 'warning',
  title: 'Two entries have the same unique_id.',
  message: (id: string) =>
    `A second entry has the unique_id ${JSON.stringify(id)}. The first one is kept.`,
  hint: 'dbt never writes an id twice: check whether the file was merged or edited.',
} satisfies DiagnosticEntry<[string]>;

export const KeyDiffersFromId = {
  name: 'KeyDiffersFromId',
  severity: 'warning',
  title: 'An entry is listed under another id than its own.',
  message: (id: string) =>
    `The entry says that its unique_id is ${JSON.stringify(id)}. That id is used, and what refers to the other one follows.`,
  hint: 'dbt always writes the same id in both places: check whether the file was edited.',
} satisfies DiagnosticEntry<[string]>;

export const NewerSchema = {
  name: 'NewerSchema',
  severity: 'warning',
  title: 'An artifact is of a newer schema than the newest known.',
  message: (found: string, known: number) =>
    `The file says ${found}; the newest schema known is v${known}. It is read like that one, so something may be missing.`,
  hint: 'Update dbt-Workbench.',
} satisfies DiagnosticEntry<[string, number]>;

export const InvocationTwice = {
  name: 'InvocationTwice',
  severity: 'warning',
  title: 'Two files of one invocation differ.',
  message: (invocationId: string, other: string) =>
    `${other} is of the same invocation, ${invocationId}, but has another content. The one with more results is used.`,
  hint: 'dbt may have been writing while the file was copied: remove the incomplete one.',
} satisfies DiagnosticEntry<[string, string]>;

export const LogTruncated = {
  name: 'LogTruncated',
  severity: 'info',
  title: 'A log is too long to be kept whole.',
  message: (kept: number, left: number) =>
    `Kept ${kept} entries of the log and left ${left} out, warnings and errors last.`,
  hint: 'Nothing needs to be done: the log file itself is untouched.',
} satisfies DiagnosticEntry<[number, number]>;

export const PageNotRendered = {
  name: 'PageNotRendered',
  severity: 'error',
  title: 'A page could not be rendered.',
  message: (path: string, reason: string) =>
    `The page ${path} could not be rendered: ${reason}. A page that says so stands in its place.`,
  hint: 'This is a defect of dbt-Workbench: please report it with this message.',
} satisfies DiagnosticEntry<[string, string]>;

export const BundleNotMade = {
  name: 'BundleNotMade',
  severity: 'error',
  title: 'Full text could not be indexed.',
  message: (reason: string) =>
    `Full text could not be indexed: ${reason.replace(/\.$/, '')}. Search finds names and columns all the same.`,
  hint: 'Build again. If it fails again, set `"search": "names"` and report this message.',
} satisfies DiagnosticEntry<[string]>;

export const PagefindMissing = {
  name: 'PagefindMissing',
  title: 'Pagefind is not installed.',
  message: () =>
    'Pagefind, which indexes full text, is not installed here: search finds names and columns only.',
  hint: 'It is an optional dependency: install without `--omit=optional`, or set `"search": "names"`.',
} satisfies Entry<[]>;

export const OutputConflict = {
  name: 'OutputConflict',
  severity: 'error',
  title: 'Two outputs have the same path.',
  message: (file: string, by: string) =>
    `${file} cannot be written, as ${by} has taken its place: their paths are equal, differ only by case, or one is a folder of the other.`,
  hint: 'This is a defect of dbt-Workbench: please report it with this message.',
} satisfies DiagnosticEntry<[string, string]>;

export const OutputOutside = {
  name: 'OutputOutside',
  severity: 'error',
  title: 'An output leaves the output folder.',
  message: (file: string) =>
    `${JSON.stringify(file)} is not a path inside of the output folder. It was not written.`,
  hint: 'This is a defect of dbt-Workbench: please report it with this message.',
} satisfies DiagnosticEntry<[string]>;
