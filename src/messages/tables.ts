import { formatNumber } from './format-number.ts';

/** Words that stand in tables and lists of any kind. */
export const TABLES = {
  /** What stands in for a value that nobody told. */
  unknown: 'not told',
  wholeMessage: 'Whole message',
  messageOf: (name: string): string => `Message of ${name}`,
  seconds: (seconds: number): string => `${seconds} s`,
  more: (count: number): string => `and ${formatNumber(count)} more`,
  notInArtifacts: (uniqueId: string): string => `${uniqueId} is not in the artifacts`,
} as const;
