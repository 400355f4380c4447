import type { z } from 'zod';
import type { Resource } from '../../project/resource.ts';
import type { Collection } from '../../view/collection.ts';
import type { ViewContext } from '../../view/context.ts';
import { displayName } from '../../project/display-name.ts';
import { listItem, ownerOf } from '../../view/list/build-list-items.ts';
import type { ListItem } from '../../view/list/list-item.ts';
import { plainText } from '../../view/plain-text.ts';
import { testsOf } from '../../view/resource/tests.ts';
import { API_VERSION } from '../api-version.ts';
import type { listFileSchema, listItemSchema } from '../schemas/list.ts';
import { lastStatus, resourceRef } from './last-status.ts';
import { ITEMS_A_FILE, jsonPages, type JsonFile } from './json-pages.ts';

/** One file of a list. Its items are made one by one, as few of them change at a time. */
export interface ListFile {
  /** All but the items, which come last. */
  readonly frame: z.input<typeof listFileSchema> & { readonly items: readonly [] };
  readonly resources: readonly Resource[];
}

/** The JSON list of a collection, cut into files of 10,000. Sorted by unique_id, as `resources` must be. */
export function listFiles(
  collection: Collection,
  resources: readonly Resource[],
): JsonFile<ListFile>[] {
  return jsonPages(`${collection.path}/index`, resources, ITEMS_A_FILE, (page, next) => ({
    frame: {
      api_version: API_VERSION,
      collection: collection.path,
      total: resources.length,
      next,
      items: [],
    },
    resources: page,
  }));
}

/** What a list says of one resource. */
export function listEntry(
  resource: Resource,
  context: ViewContext,
): z.input<typeof listItemSchema> {
  const item = listItem(resource, context);
  const name = displayName(resource);
  return {
    unique_id: resource.uniqueId,
    name,
    resource_type: resource.resourceType,
    package_name: resource.packageName,
    href: item.href,
    json: context.links.jsonHref(resource.uniqueId),
    summary: resource.label === null ? item.summary : plainText(resource.description),
    section: item.section,
    folder: item.folder,
    file_path: item.filePath,
    tags: [...item.tags],
    owner: ownerOf(resource, context),
    group: item.group,
    materialized: item.materialized,
    access: item.access,
    database: item.database,
    schema: item.schema,
    is_shown: resource.isShown,
    column_count: item.columnCount,
    described_column_count: item.describedCount,
    row_count: item.rowCount,
    test_count: testsOf(resource, context).length,
    test_results: item.tests,
    last_status: lastStatus(resource.uniqueId, context),
    shown_status: item.status?.word ?? null,
    health: item.health,
    last_run_at: item.lastRunAt,
    duration: item.duration,
    ...(item.name === name ? {} : { short_name: item.name }),
    ...(resource.label === null ? {} : { label: resource.label }),
    ...ownFields(resource, item, context),
  };
}

/** What only the list of one resource type has. */
function ownFields(
  { details }: Resource,
  { own }: ListItem,
  context: ViewContext,
): Partial<z.input<typeof listItemSchema>> {
  // Models, of which there are most, have nothing.
  if (Object.keys(own).length === 0) return {};
  const { relation, loader, age, type, maturity, formula, columnName, rule, severity } = own;
  return definedOnly({
    relation,
    loader,
    age,
    newest_at: own.newestAt,
    type,
    maturity,
    formula,
    attached_node: details.kind === 'test' ? details.attachedNode : undefined,
    column_name: columnName,
    rule: rule ?? undefined,
    severity: severity ?? undefined,
    tested:
      own.tested === undefined || own.tested === null
        ? own.tested
        : resourceRef(own.tested.uniqueId, context),
    ...testFields(own),
    depends_on: own.parents?.map(({ uniqueId }) => resourceRef(uniqueId, context)),
    depends_on_count: own.parentCount,
    upstream:
      own.upstream === undefined
        ? undefined
        : {
            total: own.upstream.total,
            in_trouble: own.upstream.inTrouble,
            test_results: own.upstream.tests,
            findings: own.upstream.findings,
          },
    member_count: own.memberCount,
    caller_count: own.callerCount,
  });
}

function testFields({ past }: ListItem['own']): Partial<z.input<typeof listItemSchema>> {
  if (past === undefined) return {};
  const { since, sinceHref, hasBegun, flips, runs, last } = past;
  return {
    failing_since: sinceHref === null ? null : { at: since, href: sinceHref, has_begun: hasBegun },
    flips,
    flip_runs: runs,
    last_results: [...last],
  };
}

function definedOnly<T extends object>(fields: T): Partial<T> {
  const known: Partial<T> = {};
  let key: keyof T;
  for (key in fields) if (fields[key] !== undefined) known[key] = fields[key];
  return known;
}
