import { RUNS } from '../messages/runs.ts';
import { SITE } from '../messages/site.ts';
import type { ViewContext } from './context.ts';
import type { RunGridPageView } from './run-grid-page.ts';
import { GRID_RUNS, gridRuns, runGrid } from './runs/grid.ts';
import { type GridPeriod, gridPeriods } from './runs/grid-periods.ts';

/** A page of the grid of nodes and older runs, made when it is asked for. */
export interface RunGridPage {
  readonly path: string;
  readonly period: GridPeriod;
  readonly older: GridPeriod | null;
  readonly newer: GridPeriod | null;
  readonly view: () => RunGridPageView;
}

/** Where the grid of a period stands. A run's own page never lies so deep. */
export function gridPath({ name }: GridPeriod): string {
  return `/runs/grid/${name}/`;
}

/** The periods that have pages of their own: none where the list of runs shows all there is. */
export function shownPeriods({ history }: ViewContext): GridPeriod[] {
  const runs = gridRuns(history.runs);
  return runs.length > GRID_RUNS ? gridPeriods(runs) : [];
}

/** A page for each period, newest first. */
export function buildRunGridPages(context: ViewContext): RunGridPage[] {
  const { links } = context;
  const periods = shownPeriods(context);
  const linkTo = (period: GridPeriod | null) =>
    period === null ? null : { label: periodText(period), href: links.href(gridPath(period)) };
  return periods.map((period, at) => {
    const [newer, older] = [periods[at - 1] ?? null, periods[at + 1] ?? null];
    const title = RUNS.grid.titleOf(periodText(period));
    return {
      path: gridPath(period),
      period,
      older,
      newer,
      view: () => ({
        page: 'run-grid',
        head: {
          title,
          description: '',
          href: links.href(gridPath(period)),
          jsonHref: null,
          breadcrumbs: [
            { label: SITE.nav.runs, href: links.href('/runs/') },
            { label: periodText(period), href: null },
          ],
        },
        grid: runGrid(period.runs, context),
        older: linkTo(older),
        newer: linkTo(newer),
      }),
    };
  });
}

/** `2026-11`, `2026-11-01 to 2026-11-16`, `2026-11-01`, `2026-11-01, 12:00 to 18:00 UTC`. */
export function periodText({ name, from, to }: GridPeriod): string {
  if (name.length > 10) {
    // The end of a day is 24:00, not the 00:00 of the next one.
    const end = to.slice(11, 16) === '00:00' ? '24:00' : to.slice(11, 16);
    return RUNS.grid.hours(from.slice(0, 10), from.slice(11, 16), end);
  }
  const last = new Date(Date.parse(to) - 1).toISOString().slice(0, 10);
  if (last === name) return name;
  const isMonth = name.endsWith('-01') && to.slice(8, 10) === '01';
  return isMonth ? name.slice(0, 7) : RUNS.grid.days(name, last);
}
