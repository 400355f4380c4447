import type { ruleWords } from './health-rules.ts';
import { formatNumber } from './format-number.ts';
import { plural } from './plural.ts';

type RuleName = keyof typeof ruleWords;

/** The words of the pages about health. */
export const healthPageWords = {
  title: 'Health',
  description: 'What can be trusted, and what to fix next',
  measured: 'Measured from',
  measuredNote: 'Ages are counted back from the newest time in the artifacts, not from today.',
  nothingTitle: 'Nothing to judge',
  nothingText: 'The artifacts hold no model, no source and nothing else that could be healthy.',
  byType: 'By type',
  type: 'Type',
  rules: 'What to fix next',
  rulesNote: (found: number, rules: number) =>
    found === 0
      ? 'No rule finds anything.'
      : `${plural(found, 'finding')} of ${plural(rules, 'rule')}. Each tells why it matters and what to do.`,
  rulesCaption: 'Rules that find something, most severe first',
  rule: 'Rule',
  group: 'About',
  severity: 'Severity',
  affected: 'Affected',
  trend: 'Since the run before',
  passing: 'Rules without findings',
  passingNote: 'These were applied and found nothing.',
  unanswered: 'Rules without an answer',
  unansweredNote: 'The artifacts don’t tell, or there is nothing to look at.',
  whyNot: 'Why',
  off: 'Rules that are switched off',
  offNote: 'The configuration switches these off, under health.rules.',
  groups: {
    runs: 'Runs',
    freshness: 'Freshness',
    tests: 'Tests',
    documentation: 'Documentation',
    dag: 'Lineage',
    naming: 'Names and folders',
    performance: 'Performance',
    governance: 'Governance',
  },
  severities: { error: 'error', warn: 'warn', info: 'info' },
  more: (count: number) => `+${formatNumber(count)}`,
  fewer: (count: number) => `−${formatNumber(count)}`,
  same: 'unchanged',
  noTrend: 'Runs don’t tell how it was before.',
  coverage: 'Coverage of models',
  byFolder: 'By folder',
  byOwner: 'By owner',
  folder: 'Folder',
  owner: 'Owner',
  models: 'Models',
  described: 'Described',
  tested: 'Tested',
  columns: 'Columns described',
  all: 'All models',
  noFolder: 'at the top',
  noOwner: 'no owner',
  ofAll: (part: number, all: number) => `${formatNumber(part)} / ${formatNumber(all)}`,
  coverageLeftOut: (count: number) =>
    `${formatNumber(count)} with fewer models are left out here; the JSON has all.`,
  noColumns: 'No columns are known.',
  whyTitle: 'Why it matters',
  fixTitle: 'What to do',
  setTitle: 'How it is set',
  setFile: 'dbt-workbench.config.json',
  setNote:
    'In dbt-workbench.config.json; "off" switches the rule off, and except leaves resources out by id, name or path.',
  found: 'What it found',
  name: 'Name',
  detail: 'What is the matter',
  file: 'File',
  wholeProject: 'The whole project',
  noFile: 'The artifact names no file.',
  isOff: 'This rule is switched off',
  isOffText: 'The configuration switches it off, so nothing was looked at.',
  isUnanswered: 'This rule has no answer',
  isFine: 'Nothing found',
  isFineText: 'All that this rule looks at is as it should be.',
  count: (count: number) => plural(count, 'finding'),
  reasons: 'Reasons',
  stateEmpty: 'Nothing is in this state',
  stateEmptyText: 'Every resource that can have a health is in another one.',
  stateSummary: (count: number) => plural(count, 'resource'),
} as const;

/** A rule's setting as one would write it in the configuration. */
export function settingText(name: RuleName, setting: Readonly<Record<string, unknown>>): string {
  return JSON.stringify({ health: { rules: { [name]: setting } } }, null, 2);
}
