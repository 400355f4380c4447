import { listEntry, listFiles } from '../../emit/json/list-file.ts';
import { rowsFile } from '../../emit/json/rows-file.ts';
import { resourceFile } from '../../emit/json/resource-file.ts';
import type { Resource } from '../../project/resource.ts';
import { buildList } from '../../view/build-list.ts';
import type { Collection } from '../../view/collection.ts';
import { digest } from '../../view/digest.ts';
import type { ListItem } from '../../view/list/list-item.ts';
import type { ResourcePageView } from '../../view/resource-page.ts';
import { buildResourcePage } from '../../view/resource/build-resource-page.ts';
import { pageFile, type SiteOutput } from '../output.ts';
import { group, json, jsonRows, keyed, page } from './make-output.ts';
import type { PlanScope } from './plan-scope.ts';

/** Each list of resources, and a page with its twin for each of them. */
export function* resourceOutputs(scope: PlanScope): Generator<SiteOutput> {
  const { prints } = scope;
  for (const { collection, resources, listed } of scope.lists) {
    // Of tens of thousands of rows it is put together once.
    const key = digest(listed.map(prints.ofRow).join('\n'));
    yield group(`list ${collection.path}`, [key], () =>
      listOutputs(collection, listed, key, scope),
    );
    for (const resource of resources) {
      const path = scope.context.links.pagePath(resource.uniqueId);
      if (path === null) continue;
      const print = prints.ofPage(resource);
      if (resource.details.kind !== 'exposure') yield* outputsOf(resource, path, print, scope);
      // Only where rules may find something else is it worth a look at all that an exposure rests on.
      else {
        yield group(path, [print, prints.ofRules()], () =>
          outputsOf(resource, path, `${print} ${prints.ofUpstream(resource)}`, scope),
        );
      }
    }
  }
}

function* listOutputs(
  collection: Collection,
  resources: readonly Resource[],
  key: string,
  { context, prints }: PlanScope,
): Generator<SiteOutput> {
  const list = buildList(collection, resources, context);
  const resourceOf = new Map(resources.map((resource) => [resource.uniqueId, resource]));
  const printOf = ({ uniqueId }: ListItem): string => {
    const resource = resourceOf.get(uniqueId);
    return resource === undefined ? '' : prints.ofRow(resource);
  };
  for (const { path, items, frame, view } of list.pages) {
    const pageKey = digest([frame, ...items.map(printOf)].join('\n'));
    yield keyed(pageFile(path), pageKey, () => page(path, view()));
  }
  // They hold all rows: with the key of these, nobody has to hash megabytes to see that they are others.
  const { file, head, row } = list.csv;
  yield keyed(file, key, () => ({
    kind: 'rows',
    file,
    head,
    between: '',
    tail: '',
    rows: list.items.map((item) => ({ key: printOf(item), text: () => row(item) })),
  }));
  const { file: rowsPath, data: rows } = rowsFile(collection, list.items, context);
  yield keyed(rowsPath, key, () => json(rowsPath, rows));
  for (const { file: jsonPath, data } of listFiles(collection, resources)) {
    yield keyed(jsonPath, key, () => {
      const entries = data.resources.map((resource) => ({
        key: prints.ofRow(resource),
        text: () => JSON.stringify(listEntry(resource, context)),
      }));
      return jsonRows(jsonPath, data.frame, entries);
    });
  }
}

function* outputsOf(
  resource: Resource,
  path: string,
  key: string,
  { context }: PlanScope,
): Generator<SiteOutput> {
  const file = context.links.jsonFile(resource.uniqueId);
  if (file === null) return;
  // Page and twin show the same view; most builds need neither.
  let made: ResourcePageView | null = null;
  const view = (): ResourcePageView => (made ??= buildResourcePage(resource, path, context));
  yield keyed(pageFile(path), key, () => page(path, view()));
  yield keyed(file, key, () => json(file, resourceFile(resource, view(), context)));
}
