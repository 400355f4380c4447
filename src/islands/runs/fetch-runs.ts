import type { CountKey } from '../../view/runs-page.ts';
import type { StatusView } from '../../view/status-view.ts';

/** What `/runs/index.json` says of a run, as far as lists show it. */
interface RunJson {
  readonly id: string;
  readonly href: string;
  readonly command: string;
  readonly which: string | null;
  readonly has_run: boolean;
  readonly kind: StatusView['kind'];
  readonly started_at: string | null;
  readonly elapsed_time: number | null;
  readonly median_elapsed_time: number | null;
  readonly dbt_version: string | null;
  readonly target: string | null;
  readonly trigger: {
    readonly system: string;
    readonly job: string | null;
    readonly reason: string | null;
    readonly url: string | null;
  } | null;
  readonly counts: Readonly<Partial<Record<CountKey, number>>>;
  readonly result_count: number | null;
}

/** A run of the list. */
export interface RunItem extends Omit<RunJson, 'started_at'> {
  readonly startedAt: string | null;
}

/** A page of the list of runs. */
export interface RunsPage {
  readonly items: readonly RunItem[];
  /** Address of the next one; null at the end. */
  readonly next: string | null;
}

/** Fetches a page of the list of runs. Throws when it can't be loaded. */
export async function fetchRunPage(href: string): Promise<RunsPage> {
  const response = await fetch(href);
  if (!response.ok) throw new Error(`${href} is ${response.status}`);
  // The site's own file, written by the same release as this script.
  const page = (await response.json()) as { items: readonly RunJson[]; next: string | null };
  return {
    items: page.items.map(({ started_at: startedAt, ...item }) => ({ ...item, startedAt })),
    next: page.next === null ? null : new URL(page.next, href).href,
  };
}

/** Fetches the whole list of runs, page after page, newest first. Throws when a page can't be loaded. */
export async function fetchRunItems(first: string): Promise<RunItem[]> {
  const items: RunItem[] = [];
  let next: string | null = new URL(first, location.href).href;
  while (next !== null) {
    const page: RunsPage = await fetchRunPage(next);
    items.push(...page.items);
    next = page.next;
  }
  return items;
}
