import { coverageOf } from '../../health/coverage.ts';
import type { ViewContext } from '../context.ts';
import { coverageRow } from '../health/build-health-page.ts';
import type { CoverageRow } from '../health-page.ts';
import type { Desk } from './desk.ts';

/** How much of a desk's models is described and tested. */
export function deskCoverage({ name, members }: Desk, { project }: ViewContext): CoverageRow {
  return coverageRow(coverageOf(name, members, project), name);
}
