import type { DiagnosticEntry, Entry } from './catalogue.ts';

/** What can go wrong where a site is built again and again, and published as releases. */

export const StateFolderForeign = {
  name: 'StateFolderForeign',
  title: 'Something else lies where the link to the shown release belongs.',
  message: (path: string) =>
    `${path} is no link. It would have to be replaced by the link to the release that is shown.`,
  hint: 'Give an empty folder as state folder, or move this one away.',
} satisfies Entry<[string]>;

export const ReleaseUnknown = {
  name: 'ReleaseUnknown',
  title: 'There is no such release.',
  message: (id: string, state: string, ids: readonly string[]) =>
    ids.length === 0
      ? `${state} holds no release.`
      : `${state} holds no release ${id}. There are ${ids.join(', ')}.`,
  hint: '`dbt-workbench releases` lists them.',
} satisfies Entry<[string, string, readonly string[]]>;

export const NoEarlierRelease = {
  name: 'NoEarlierRelease',
  title: 'There is no release to go back to.',
  message: (state: string) => `${state} holds no release that is older than the one that is shown.`,
  hint: '`dbt-workbench releases` lists what there is.',
} satisfies Entry<[string]>;

export const LiveSettingInvalid = {
  name: 'LiveSettingInvalid',
  title: 'A variable of the environment has a value that is not allowed.',
  message: (variable: string, value: string, allowed: string) =>
    `${variable} is ${JSON.stringify(value)}, but must be ${allowed}.`,
  hint: 'docs/serving.md lists the variables.',
} satisfies Entry<[string, string, string]>;

export const ArtifactIncomplete = {
  name: 'ArtifactIncomplete',
  title: 'An artifact is not complete.',
  message: (file: string, reason: string) => `${file} ${reason}.`,
  hint: 'The site stays as it is until the file is whole. Run the dbt command again if it was cut off.',
} satisfies Entry<[string, string]>;

export const ArtifactNotFetched = {
  name: 'ArtifactNotFetched',
  title: 'An artifact could not be fetched.',
  message: (address: string, reason: string) => `${address} could not be fetched: ${reason}.`,
  hint: 'It is tried again. Check the address, and ARTIFACTS_HEADER where it is not public.',
} satisfies Entry<[string, string]>;

export const TooManyPagesFailed = {
  name: 'TooManyPagesFailed',
  title: 'Too many pages could not be rendered.',
  message: (failed: number, pages: number, reason: string) =>
    `${String(failed)} of ${String(pages)} pages could not be rendered, so the build is not shown: ${reason}`,
  hint: 'This is a defect of dbt-Workbench: please report it with this message. The site stays as it is until a build goes well.',
} satisfies Entry<[number, number, string]>;

export const StateNotWritable = {
  name: 'StateNotWritable',
  title: 'The folder of releases cannot be written to.',
  message: (folder: string, reason: string) =>
    `Nothing can be written to ${folder}: ${reason}. No build can be published.`,
  hint: 'Check free space, and whom the folder belongs to: in the container, user 10001 has to be able to write to it.',
} satisfies Entry<[string, string]>;

export const BuildCrashed = {
  name: 'BuildCrashed',
  title: 'The build ended before it was done.',
  message: (how: string) => `The build ended ${how}.`,
  hint: 'It is tried again. When it was killed, it may need more memory: see docs/serving.md.',
} satisfies Entry<[string]>;

const smaller =
  '"markdown": false and "search": "names" make a third of the files; --compress makes three of one; --publish none leaves the artifacts out; --select makes a site of a part. docs/publishing/ has more.';

export const HostLimitNear = {
  name: 'HostLimitNear',
  severity: 'warning',
  title: 'The site is nearly too large for its host.',
  message: (host: string, has: string, limit: string) =>
    `The site has ${has}; ${host} takes ${limit} at most.`,
  hint: smaller,
} satisfies DiagnosticEntry<[string, string, string]>;

export const HostLimitReached = {
  name: 'HostLimitReached',
  severity: 'error',
  title: 'The site is too large for its host.',
  message: (host: string, has: string, limit: string) =>
    `The site has ${has}; ${host} takes ${limit} at most.`,
  hint: smaller,
} satisfies DiagnosticEntry<[string, string, string]>;
