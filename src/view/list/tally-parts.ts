import type { StatusKind } from '../../runs/status.ts';
import type { TestTally } from './list-item.ts';

/** The results of tests that there are, worst first, each as a status and a number. */
export function tallyParts({ passing, failing, warning, other }: TestTally): readonly {
  readonly kind: StatusKind;
  readonly count: number;
}[] {
  const parts = [
    { kind: 'error', count: failing },
    { kind: 'warn', count: warning },
    { kind: 'success', count: passing },
    { kind: 'none', count: other },
  ] as const;
  return parts.filter(({ count }) => count > 0);
}
