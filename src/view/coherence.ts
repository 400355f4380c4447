import type { ArtifactRow, CoherenceCheck } from './artifacts-page.ts';
import type { ViewContext } from './context.ts';
import { formatNumber } from '../messages/format-number.ts';

/** What a check looks at of a file. */
export type CheckedFile = Pick<ArtifactRow, 'kind' | 'state' | 'invocationId' | 'dbtVersion'>;

/** unique_ids that the catalog describes. */
export type CatalogIds = readonly string[];

/**
 * Do the artifacts belong together? dbt overwrites its files command by command, so a folder often holds the manifest
 * of one invocation and the results of another. That is usual; it matters when they speak of different things.
 */
export function coherenceChecks(
  files: readonly CheckedFile[],
  catalogIds: CatalogIds | null,
  context: ViewContext,
): CoherenceCheck[] {
  const read = files.filter((file) => file.state === 'read');
  return [
    ...(catalogIds === null ? [] : [catalogCheck(read, catalogIds, context)]),
    ...runChecks(context),
    ...versionCheck(read),
  ];
}

function catalogCheck(
  files: readonly CheckedFile[],
  catalogIds: CatalogIds,
  context: ViewContext,
): CoherenceCheck {
  const title = 'Catalog and manifest';
  const unknown = catalogIds.filter((id) => !context.project.resources.has(id)).length;
  if (unknown > 0) {
    return {
      title,
      state: 'differs',
      text: `${count(unknown, 'relation')} of the catalog ${unknown === 1 ? 'is' : 'are'} not in the manifest: the catalog was made from another state of the project. Run dbt docs generate again.`,
    };
  }
  const manifest = files.find((file) => file.kind === 'manifest');
  const catalog = files.find((file) => file.kind === 'catalog');
  if (!manifest?.invocationId || !catalog?.invocationId) {
    return {
      title,
      state: 'unknown',
      text: 'The files don’t say which invocation wrote them; all relations of the catalog are in the manifest.',
    };
  }
  return manifest.invocationId === catalog.invocationId
    ? { title, state: 'ok', text: 'Both were written by the same invocation.' }
    : {
        title,
        state: 'ok',
        text: 'They were written by different invocations, and all relations of the catalog are in the manifest. Columns that changed in between may differ.',
      };
}

function runChecks(context: ViewContext): CoherenceCheck[] {
  const { project, history } = context;
  const newest = history.run(history.runs.find(({ tally }) => tally.results > 0)?.id ?? '');
  if (newest === null) return [];
  const title = 'Newest run results and manifest';
  const unknown = newest.results.filter(
    (result) =>
      !project.resources.has(result.uniqueId) && !result.uniqueId.startsWith('operation.'),
  ).length;
  if (unknown > 0) {
    return [
      {
        title,
        state: 'differs',
        text: `${count(unknown, 'result')} of ${formatNumber(newest.results.length)} ${unknown === 1 ? 'speaks' : 'speak'} of something that the manifest doesn’t contain: the run was of another state of the project, or of another project. Such results are shown on the run’s page only.`,
      },
    ];
  }
  const isSame = newest.invocationId !== null && newest.invocationId === project.facts.invocationId;
  return [
    {
      title,
      state: 'ok',
      text: isSame
        ? 'Both were written by the same invocation.'
        : 'They were written by different invocations, and everything that ran is in the manifest.',
    },
  ];
}

function versionCheck(files: readonly CheckedFile[]): CoherenceCheck[] {
  const versions = [
    ...new Set(files.map((file) => file.dbtVersion).filter((version) => version !== null)),
  ].sort();
  if (versions.length < 2) return [];
  return [
    {
      title: 'dbt versions',
      state: 'differs',
      text: `The files were written by different versions of dbt: ${versions.join(', ')}. That is usual after an upgrade; otherwise they may come from different machines.`,
    },
  ];
}

function count(number: number, word: string): string {
  return `${formatNumber(number)} ${word}${number === 1 ? '' : 's'}`;
}
