import { formatNumber } from './format-number.ts';

/** Words of the page of artifacts. */
export const ARTIFACTS = {
  title: 'Artifacts',
  lead: 'The files that this site was made from.',
  files: {
    title: 'Files',
    caption: 'Files',
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
    toSchema: 'schema',
  },
} as const;
