import { compareItems } from '../../view/list/arrange-list.ts';
import type { ListItem, OwnFacts } from '../../view/list/list-item.ts';

/** What `/schemas/list.json` says of an item, as far as a list shows it. */
interface ItemJson {
  readonly unique_id: string;
  readonly name: string;
  readonly short_name?: string;
  readonly label?: string;
  readonly href: string | null;
  readonly resource_type: string;
  readonly package_name: string;
  readonly summary: string;
  readonly section: string;
  readonly folder: string;
  readonly file_path: string | null;
  readonly tags: readonly string[];
  readonly owner: { readonly name: string } | null;
  readonly group: string | null;
  readonly materialized: string | null;
  readonly access: string | null;
  readonly database: string | null;
  readonly schema: string | null;
  readonly is_shown: boolean;
  readonly shown_status: string | null;
  readonly last_status: { readonly kind: NonNullable<ListItem['status']>['kind'] };
  readonly health: ListItem['health'];
  readonly last_run_at: string | null;
  readonly duration: number | null;
  readonly test_results: ListItem['tests'];
  readonly column_count: number;
  readonly described_column_count: number;
  readonly row_count: number | null;
  readonly relation?: string | null;
  readonly loader?: string | null;
  readonly age?: number | null;
  readonly type?: string | null;
  readonly maturity?: string | null;
  readonly upstream?: {
    readonly total: number;
    readonly in_trouble: number;
    readonly test_results: ListItem['tests'];
    readonly findings: number;
  };
  readonly formula?: string | null;
  readonly column_name?: string | null;
  readonly rule?: string;
  readonly severity?: string;
  readonly tested?: RefJson | null;
  readonly depends_on?: readonly RefJson[];
  readonly depends_on_count?: number;
  readonly member_count?: number;
  readonly caller_count?: number;
}

interface RefJson {
  readonly unique_id: string;
  readonly name: string;
  readonly resource_type: string;
  readonly href: string | null;
}

/** Fetches a whole list, page after page, in its own order. Throws when a page can't be loaded. */
export async function fetchItems(jsonHref: string): Promise<ListItem[]> {
  const items: ListItem[] = [];
  let next: string | null = new URL(jsonHref, location.href).href;
  while (next !== null) {
    const response: Response = await fetch(next);
    if (!response.ok) throw new Error(`${next} is ${response.status}`);
    // The site's own file, written by the same release as this script.
    const page = (await response.json()) as { items: readonly ItemJson[]; next: string | null };
    for (const item of page.items) if (item.is_shown) items.push(readItem(item));
    next = page.next === null ? null : new URL(page.next, next).href;
  }
  return items.sort(compareItems);
}

/** An item of the JSON as the row of a list. */
export function readItem(json: ItemJson): ListItem {
  return {
    uniqueId: json.unique_id,
    name: json.short_name ?? json.name,
    href: json.href,
    resourceType: json.resource_type,
    packageName: json.package_name,
    summary: [json.label ?? '', json.summary].filter((part) => part !== '').join(' · '),
    section: json.section,
    folder: json.folder,
    filePath: json.file_path,
    tags: json.tags,
    owner: json.owner?.name ?? null,
    group: json.group,
    materialized: json.materialized,
    access: json.access,
    database: json.database,
    schema: json.schema,
    status:
      json.shown_status === null ? null : { word: json.shown_status, kind: json.last_status.kind },
    health: json.health,
    lastRunAt: json.last_run_at,
    duration: json.duration,
    tests: json.test_results,
    columnCount: json.column_count,
    describedCount: json.described_column_count,
    rowCount: json.row_count,
    own: ownFacts(json),
  };
}

function ownFacts(json: ItemJson): OwnFacts {
  const { relation, loader, age, type, maturity, formula, rule, severity } = json;
  return {
    relation,
    loader,
    age,
    type,
    maturity,
    formula,
    rule,
    severity,
    columnName: json.column_name,
    tested: json.tested ? readRef(json.tested) : json.tested,
    upstream: json.upstream && {
      total: json.upstream.total,
      inTrouble: json.upstream.in_trouble,
      tests: json.upstream.test_results,
      findings: json.upstream.findings,
    },
    parents: json.depends_on?.map(readRef),
    parentCount: json.depends_on_count,
    memberCount: json.member_count,
    callerCount: json.caller_count,
  };
}

function readRef({ unique_id: uniqueId, name, resource_type: resourceType, href }: RefJson) {
  return { uniqueId, name, resourceType, href };
}
