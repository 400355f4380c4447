import type { ArtifactRow, CoherenceCheck } from './artifacts-page.ts';
import type { ViewContext } from './context.ts';
import { ARTIFACTS } from '../messages/artifacts.ts';

const WORDS = ARTIFACTS.checks;

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
  const title = WORDS.catalog;
  const unknown = catalogIds.filter((id) => !context.project.resources.has(id)).length;
  if (unknown > 0) {
    return {
      title,
      state: 'differs',
      text: WORDS.catalogDiffers(unknown),
    };
  }
  const manifest = files.find((file) => file.kind === 'manifest');
  const catalog = files.find((file) => file.kind === 'catalog');
  if (!manifest?.invocationId || !catalog?.invocationId) {
    return {
      title,
      state: 'unknown',
      text: WORDS.catalogUnknown,
    };
  }
  return manifest.invocationId === catalog.invocationId
    ? { title, state: 'ok', text: WORDS.same }
    : {
        title,
        state: 'ok',
        text: WORDS.catalogOther,
      };
}

function runChecks(context: ViewContext): CoherenceCheck[] {
  const { project, history } = context;
  const newest = history.runs.find(({ tally }) => tally.results > 0);
  if (newest === undefined) return [];
  const title = WORDS.runs;
  // By its ids alone, so that the run need not be read.
  const ids = history.idsOf(newest.id);
  const unknown = ids.filter(
    (id) => !project.resources.has(id) && !id.startsWith('operation.'),
  ).length;
  if (unknown > 0) {
    return [{ title, state: 'differs', text: WORDS.runsDiffer(unknown, ids.length) }];
  }
  const isSame = newest.invocationId !== null && newest.invocationId === project.facts.invocationId;
  return [
    {
      title,
      state: 'ok',
      text: isSame ? WORDS.same : WORDS.runsOther,
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
      title: WORDS.versions,
      state: 'differs',
      text: WORDS.versionsDiffer(versions),
    },
  ];
}
