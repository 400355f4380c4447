import { MATCH_KINDS } from '../../search/text-index.ts';
import type { Found, Group, GroupName } from './palette-entry.ts';

/** Of groups that were met equally well, the earlier one stands first. */
const ORDER: readonly GroupName[] = [
  'recent',
  'resources',
  'columns',
  'pages',
  'actions',
  'commands',
  'sections',
  'runs',
  'text',
];

/** What is offered before anything is typed. */
const AT_REST: readonly GroupName[] = ['recent', 'actions', 'pages', 'commands'];

/**
 * The groups in the order in which they are shown: as they are before anything is typed, then that one first whose best
 * entry was met best. What stands in two groups is shown in the first; empty groups are left out.
 */
export function arrangeGroups(
  query: string,
  found: Readonly<Partial<Record<GroupName, Found>>>,
): Group[] {
  const isAtRest = query.trim() === '';
  const groups = (isAtRest ? AT_REST : ORDER).flatMap((name, at) => {
    const own = found[name];
    return own === undefined ? [] : [{ name, at, ...own }];
  });
  if (!isAtRest) groups.sort((a, b) => rankOf(a) - rankOf(b) || a.at - b.at);
  const shown = new Set<string>();
  return groups.flatMap(({ name, entries, total, kind }) => {
    const own = entries.filter(({ key }) => !shown.has(key));
    for (const { key } of own) shown.add(key);
    const doubles = entries.length - own.length;
    return own.length === 0 ? [] : [{ name, entries: own, total: total - doubles, kind }];
  });
}

function rankOf({ kind }: Found): number {
  return kind === null ? MATCH_KINDS.length : MATCH_KINDS.indexOf(kind);
}
