import type { DiagnosticEntry, Entry } from './catalogue.ts';

/** Everything that can be said of the history of runs. */

export const InvocationDiffers = {
  name: 'InvocationDiffers',
  severity: 'warning',
  title: 'An invocation was archived before, with another content.',
  message: (invocationId: string) =>
    `The invocation ${invocationId} is in the history already, with other results. Of both, the one with more results is kept; of as many, the newer one.`,
  hint: 'dbt may have been writing while a file was copied. Nothing needs to be done.',
} satisfies DiagnosticEntry<[string]>;

export const HistoryEntryDamaged = {
  name: 'HistoryEntryDamaged',
  severity: 'warning',
  title: 'A run of the history is damaged.',
  message: (reason: string, kept: string) =>
    `The run cannot be read: ${reason}. The site is built without it; the file is kept as ${kept} in the history folder.`,
  hint: 'Put a copy of the file back from a backup, or import the artifacts of the run again.',
} satisfies DiagnosticEntry<[string, string]>;

export const HistoryEntryUnread = {
  name: 'HistoryEntryUnread',
  severity: 'warning',
  title: 'A run of the history was not read.',
  message: (reason: string) => `The run was left out: ${reason}. Its file stays where it is.`,
  hint: 'Check the permissions of the file, and whether a newer release of dbt-Workbench writes to this history.',
} satisfies DiagnosticEntry<[string]>;

export const HistoryIndexRebuilt = {
  name: 'HistoryIndexRebuilt',
  severity: 'info',
  title: 'The index of the history was made anew.',
  message: (reason: string) =>
    `The index could not be used: ${reason}. It was made again from the archive; nothing is lost.`,
  hint: 'Nothing needs to be done.',
} satisfies DiagnosticEntry<[string]>;

export const HistoryNotWritable = {
  name: 'HistoryNotWritable',
  severity: 'error',
  title: 'Runs could not be added to the history.',
  message: (folder: string, reason: string) =>
    `The history in ${folder} cannot be written to: ${reason}. The site shows the runs that were found, but the next one won't if dbt overwrites them.`,
  hint: 'Check free space and permissions, or give another folder with --history.',
} satisfies DiagnosticEntry<[string, string]>;

export const HistoryOfOthers = {
  name: 'HistoryOfOthers',
  severity: 'info',
  title: 'The history holds runs of another project.',
  message: (count: number, project: string) =>
    `${count} ${count === 1 ? 'run has' : 'runs have'} no result of anything in the project ${project}, and ${count === 1 ? 'is' : 'are'} left out.`,
  hint: 'Give each project a history of its own with --history.',
} satisfies DiagnosticEntry<[number, string]>;

export const HistoryFromFailed = {
  name: 'HistoryFromFailed',
  severity: 'error',
  title: 'The runs of the published site could not be read.',
  message: (from: string, reason: string) =>
    `The runs of ${from} could not be read: ${reason}. The site is built without those that it alone knows.`,
  hint: 'Don’t publish this site over the other one before that is mended, or those runs are lost. Check the address; for a site that is not public, give a header in DBT_WORKBENCH_HISTORY_HEADER.',
} satisfies DiagnosticEntry<[string, string]>;

export const HistoryFromIncomplete = {
  name: 'HistoryFromIncomplete',
  severity: 'error',
  title: 'Some runs of the published site could not be read.',
  message: (from: string, count: number, wanted: number, first: string) =>
    `Of the ${wanted} runs that ${from} has and the history lacks, ${count} could not be read. The first: ${first}.`,
  hint: 'Build again before you publish this site over the other one, or those runs are lost.',
} satisfies DiagnosticEntry<[string, number, number, string]>;

export const HistoryFromNothing = {
  name: 'HistoryFromNothing',
  severity: 'info',
  title: 'The published site has no runs.',
  message: (from: string) =>
    `There is no runs/index.json below ${from}: this is taken for the first build.`,
  hint: 'If the site is published already, check its address: the base path is part of it.',
} satisfies DiagnosticEntry<[string]>;

export const ImportFolderMissing = {
  name: 'ImportFolderMissing',
  title: 'A folder that is to be imported cannot be opened.',
  message: (folder: string, code: string) => `The folder ${folder} cannot be opened: ${code}.`,
  hint: 'Check the path and the permissions.',
} satisfies Entry<[string, string]>;

export const HistoryHeaderInvalid = {
  name: 'HistoryHeaderInvalid',
  title: 'DBT_WORKBENCH_HISTORY_HEADER is no header.',
  message: () =>
    'The variable DBT_WORKBENCH_HISTORY_HEADER must hold a header a line, such as “Authorization: Bearer …”.',
  hint: 'Correct the variable, or unset it.',
} satisfies Entry<[]>;
