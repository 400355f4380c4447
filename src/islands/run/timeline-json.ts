import type { StatusView } from '../../view/status-view.ts';

/** A node of `timeline.json`, as far as it is drawn; `/schemas/run-timeline.json` says what each is. Seconds. */
export interface BarNode {
  readonly unique_id: string;
  readonly name: string;
  readonly resource_type: string;
  readonly href: string | null;
  readonly anchor: string;
  readonly status: string;
  readonly kind: StatusView['kind'];
  readonly start: number | null;
  readonly end: number | null;
  readonly compile_time: number | null;
  readonly execute_time: number | null;
  readonly execution_time: number | null;
  readonly waited: number | null;
  readonly lane: number | null;
  readonly parents: readonly number[];
  readonly message: string | null;
}

/** What `timeline.json` says. */
export interface BarsJson {
  readonly href: string;
  readonly span: number;
  readonly threads: readonly (string | null)[];
  readonly critical_path: readonly number[];
  readonly nodes: readonly BarNode[];
}

/** Fetches the bars of a run. Throws when they can't be loaded. */
export async function fetchBars(href: string): Promise<BarsJson> {
  const response = await fetch(href);
  if (!response.ok) throw new Error(`${href} is ${response.status}`);
  // The site's own file, written by the same release as this script.
  return (await response.json()) as BarsJson;
}

/** Rows of a static page of results. */
const ROWS_A_PAGE = 500;

/** Where the result of a node stands: on the run's first page, or on a later one; those are in the order of ids. */
export function resultHref(bars: BarsJson, node: number): string {
  const { unique_id: id = '', anchor = '' } = bars.nodes[node] ?? {};
  const before = bars.nodes.filter(({ unique_id: other }) => other < id).length;
  const page = bars.nodes.length <= ROWS_A_PAGE ? 1 : Math.floor(before / ROWS_A_PAGE) + 1;
  const path = page === 1 ? bars.href : `${bars.href}page/${page}/`;
  return `${path}#${anchor}`;
}
