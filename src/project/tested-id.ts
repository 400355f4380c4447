import type { Details } from './details/details.ts';

/** The unique_id of what a test is declared on; null for singular tests, and for what is no test. */
export function testedId(details: Details): string | null {
  if (details.kind === 'unit_test') return details.testedNode;
  return details.kind === 'test' ? details.attachedNode : null;
}
