import type { z } from 'zod';
import type { Resource } from '../../project/resource.ts';
import type { Collection } from '../../view/collection.ts';
import type { ViewContext } from '../../view/context.ts';
import { displayName } from '../../project/display-name.ts';
import { plainText } from '../../view/plain-text.ts';
import { testsOf } from '../../view/resource/tests.ts';
import { API_VERSION } from '../api-version.ts';
import type { listFileSchema, listItemSchema } from '../schemas/list.ts';
import { lastRunAt, lastStatus } from './last-status.ts';
import { jsonPages, type JsonFile } from './json-pages.ts';

/** Entries of one JSON list file. */
const ITEMS_A_FILE = 10_000;

/** The JSON list of a collection, cut into files of 10,000. Sorted by unique_id, as `resources` must be. */
export function listFiles(
  collection: Collection,
  resources: readonly Resource[],
  context: ViewContext,
): JsonFile[] {
  return jsonPages(`${collection.path}/index`, resources, ITEMS_A_FILE, (page, next) => {
    const file: z.input<typeof listFileSchema> = {
      api_version: API_VERSION,
      collection: collection.path,
      total: resources.length,
      next,
      items: page.map((resource) => itemOf(resource, context)),
    };
    return file;
  });
}

function itemOf(resource: Resource, context: ViewContext): z.input<typeof listItemSchema> {
  const { details } = resource;
  return {
    unique_id: resource.uniqueId,
    name: displayName(resource),
    resource_type: resource.resourceType,
    package_name: resource.packageName,
    href: context.links.link(resource.uniqueId).href,
    json: context.links.jsonHref(resource.uniqueId),
    summary: plainText(resource.description),
    tags: [...resource.tags],
    owner: resource.owner,
    group: resource.group,
    materialized: details.kind === 'node' ? details.materialized : null,
    access: details.kind === 'node' ? details.access : null,
    is_shown: resource.isShown,
    attached_node: details.kind === 'test' ? details.attachedNode : null,
    column_name: details.kind === 'test' ? details.columnName : null,
    column_count: resource.columns.length,
    described_column_count: resource.columns.filter((column) => column.description !== '').length,
    test_count: testsOf(resource, context).length,
    last_status: lastStatus(resource.uniqueId, context),
    health: context.health.of(resource.uniqueId)?.state ?? null,
    last_run_at: lastRunAt(resource.uniqueId, context),
  };
}
