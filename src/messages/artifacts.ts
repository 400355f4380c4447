import { formatNumber } from './format-number.ts';
import { plural } from './plural.ts';

/** Words of the page of artifacts. */
export const ARTIFACTS = {
  title: 'Artifacts',
  description: 'What this site was made from, and what was found wrong with it',
  project: 'Project',
  dbt: 'dbt',
  adapter: 'Adapter',
  generated: 'Manifest generated',
  /** What each kind of artifact would add. */
  uses: {
    catalog: {
      title: 'No catalog.json',
      text: 'Column types as the warehouse has them, row counts and sizes are unknown.',
    },
    run_results: {
      title: 'No run_results.json',
      text: 'What ran, how long it took, and which tests fail are unknown.',
    },
    sources: {
      title: 'No sources.json',
      text: 'How old the data in the sources is, is unknown.',
    },
    log: { title: 'No dbt.log', text: 'Runs have no log to look into.' },
  },
  /** Whether files belong together. */
  checks: {
    catalog: 'Catalog and manifest',
    catalogDiffers: (relations: number): string =>
      `${plural(relations, 'relation')} of the catalog ${relations === 1 ? 'is' : 'are'} not in the manifest: the catalog was made from another state of the project. Run dbt docs generate again.`,
    catalogUnknown:
      'The files don’t say which invocation wrote them; all relations of the catalog are in the manifest.',
    catalogOther:
      'They were written by different invocations, and all relations of the catalog are in the manifest. Columns that changed in between may differ.',
    same: 'Both were written by the same invocation.',
    runs: 'Newest run results and manifest',
    runsDiffer: (unknown: number, all: number): string =>
      `${plural(unknown, 'result')} of ${formatNumber(all)} ${unknown === 1 ? 'speaks' : 'speak'} of something that the manifest doesn’t contain: the run was of another state of the project, or of another project. Such results are shown on the run’s page only.`,
    runsOther:
      'They were written by different invocations, and everything that ran is in the manifest.',
    versions: 'dbt versions',
    versionsDiffer: (versions: readonly string[]): string =>
      `The files were written by different versions of dbt: ${versions.join(', ')}. That is usual after an upgrade; otherwise they may come from different machines.`,
  },
  lead: 'The files that this site was made from.',
  files: {
    title: 'Files',
    caption: 'Files',
    past: (count: number): string => `${plural(count, 'file')} in folders of runs`,
    more: (count: number): string => `and ${plural(count, 'more', 'more')}.`,
    all: 'All of them as JSON',
    state: 'State',
    file: 'File',
    kind: 'Kind',
    schema: 'Schema',
    dbt: 'dbt',
    generated: 'Generated',
    size: 'Size',
    sha256: 'SHA-256',
    notComputed: 'not computed',
  },
  coherence: 'Do they belong together?',
  missing: 'Not found',
  diagnostics: {
    title: 'Diagnostics',
    none: 'Nothing in the files is amiss.',
    times: (count: number): string => `${formatNumber(count)}×`,
    where: 'Where',
    someOf: (shown: number, count: number): string =>
      `${formatNumber(shown)} of ${formatNumber(count)} places`,
  },
  disabled: {
    title: 'Disabled',
    note: (count: number): string =>
      `The project switched off ${count === 1 ? 'one resource' : `${formatNumber(count)} resources`}. ${count === 1 ? 'It has no page.' : 'They have no pages.'}`,
  },
  endpoints: {
    title: 'JSON',
    caption: 'JSON',
    note: 'Every page has a twin for programs. Times are UTC, durations seconds, and null means unknown.',
    what: 'What',
    address: 'Address',
    schema: 'Schema',
    noSchema: 'Atom has a schema of its own: RFC 4287',
    toSchema: 'schema',
  },
} as const;
