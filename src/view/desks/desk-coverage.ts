import { coverageOf } from '../../health/coverage.ts';
import type { ViewContext } from '../context.ts';
import { coverageRow } from '../health/build-health-page.ts';
import type { CoverageRow } from '../health-page.ts';
import type { Desk } from './desk.ts';

/** The page of a desk, the list of desks and the JSON of both show the same. */
const made = new WeakMap<Desk, CoverageRow>();

/** How much of a desk's models is described and tested. */
export function deskCoverage(desk: Desk, { project }: ViewContext): CoverageRow {
  const { name, members } = desk;
  const row = made.get(desk) ?? coverageRow(coverageOf(name, members, project), name);
  made.set(desk, row);
  return row;
}
