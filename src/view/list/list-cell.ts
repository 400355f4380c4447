import type { HealthState } from '../../health/health.ts';
import { healthRank } from '../../health/health.ts';
import { healthWords } from '../../messages/health.ts';
import { LISTS } from '../../messages/lists.ts';
import { type StatusKind, statusRank } from '../../runs/status.ts';
import type { ResourceLink } from '../resource-link.ts';
import type { StatusView } from '../status-view.ts';
import type { TestTally } from './list-item.ts';

/** What one row shows in one column. */
export type ListCell =
  | { readonly kind: 'text' | 'code'; readonly text: string }
  | { readonly kind: 'number'; readonly value: number }
  /** ISO 8601 UTC. */
  | { readonly kind: 'time'; readonly iso: string }
  /** Seconds. */
  | { readonly kind: 'duration'; readonly seconds: number }
  | { readonly kind: 'status'; readonly status: StatusView }
  | { readonly kind: 'health'; readonly state: HealthState }
  | ({ readonly kind: 'tests' } & TestTally)
  /** `8/20`. */
  | { readonly kind: 'ratio'; readonly part: number; readonly whole: number }
  /** A result in a run, by its time (ISO 8601 UTC). */
  | {
      readonly kind: 'run';
      readonly iso: string;
      readonly href: string;
      readonly isAtLeast: boolean;
    }
  /** Results as marks, oldest first. */
  | { readonly kind: 'strip'; readonly last: readonly StatusKind[] }
  | { readonly kind: 'links'; readonly links: readonly ResourceLink[]; readonly more: number }
  /** Unknown or not set: a dash with a reason. */
  | { readonly kind: 'none'; readonly why: string };

/** What a cell is sorted by, null for what is unknown: that goes last. Worst statuses come first. */
export function sortKey(cell: ListCell): number | string | null {
  switch (cell.kind) {
    case 'text':
    case 'code':
      return cell.text.toLowerCase();
    case 'number':
      return cell.value;
    case 'time':
    case 'run':
      return cell.iso;
    case 'strip':
      return cell.last.toReversed().map(statusRank).join(' ');
    case 'duration':
      return cell.seconds;
    case 'status':
      return `${statusRank(cell.status.kind)} ${cell.status.word}`;
    case 'health':
      return healthRank(cell.state);
    case 'tests':
      // A failure outweighs any number of warnings, and these any number of tests.
      return cell.failing * 1e10 + cell.warning * 1e5 + cell.passing + cell.other;
    case 'ratio':
      return cell.part / cell.whole;
    case 'links':
      return cell.links.map(({ name }) => name.toLowerCase()).join(' ');
    case 'none':
      return null;
  }
}

/** A cell as a program reads it: numbers without units, times in ISO 8601; empty for what is unknown. */
export function cellData(cell: ListCell): string | number {
  switch (cell.kind) {
    case 'text':
    case 'code':
      return cell.text;
    case 'number':
      return cell.value;
    case 'time':
    case 'run':
      return cell.iso;
    case 'strip':
      return LISTS.stripInWords(cell.last);
    case 'duration':
      return cell.seconds;
    case 'status':
      return cell.status.word;
    case 'health':
      return healthWords.states[cell.state];
    case 'tests':
      return LISTS.testsInWords(cell);
    case 'ratio':
      return LISTS.ratioInWords(cell.part, cell.whole);
    case 'links':
      return [...cell.links.map(({ name }) => name), ...(cell.more > 0 ? ['…'] : [])].join(', ');
    case 'none':
      return '';
  }
}
