import { displayName } from '../../project/display-name.ts';
import type { Resource } from '../../project/resource.ts';
import { testsOf } from '../../project/tests-of.ts';
import { joinPassages, type Passage } from '../../search/text-fields.ts';
import { statusKind } from '../../runs/status.ts';
import type { ViewContext } from '../context.ts';
import { ownerOf } from '../list/build-list-items.ts';
import { textOf } from '../plain-text.ts';
import type { TextRecord } from './text-record.ts';

/** What one page may take of the index, in characters: more than people write, less than a machine may. */
const LONGEST_TEXT = 60_000;

/** All that a resource says that doesn't change with a run; with its SQL on request. */
export function buildText(resource: Resource, context: ViewContext, withCode: boolean): TextRecord {
  const { label, description, columns, tags, details, rawCode } = resource;
  const owner = ownerOf(resource, context);
  return recordOf(resource, context, [
    ...(label === null ? [] : [{ field: 'label', text: label } as const]),
    { field: 'description', text: textOf(description) },
    ...columns.flatMap((column): Passage[] => [
      { field: 'column', text: column.name },
      { field: 'columnDescription', text: textOf(column.description || (column.comment ?? '')) },
    ]),
    ...(details.kind === 'macro' || details.kind === 'function'
      ? details.arguments.flatMap(({ name, description: text }): Passage[] => [
          { field: 'argument', text: name },
          { field: 'columnDescription', text: textOf(text) },
        ])
      : []),
    ...(details.kind === 'semantic_model'
      ? [...details.entities, ...details.dimensions, ...details.measures].flatMap(
          ({ name, description: text }): Passage[] => [
            { field: 'column', text: name },
            { field: 'columnDescription', text: textOf(text) },
          ],
        )
      : []),
    { field: 'tag', text: tags.join(' ') },
    { field: 'owner', text: owner === null ? '' : `${owner.name} ${owner.email ?? ''}` },
    ...testsOf(resource, context.project).map((id): Passage => {
      const test = context.project.resources.get(id);
      return { field: 'test', text: `${test?.name ?? ''} ${textOf(test?.description ?? '')}` };
    }),
    { field: 'code', text: withCode ? (rawCode ?? '') : '' },
  ]);
}

/** What results of a resource and of its tests complained of lately; null where none did. */
export function buildMessages(
  resource: Resource,
  lately: ReadonlySet<string>,
  context: ViewContext,
): TextRecord | null {
  const { history, project } = context;
  const ids = [resource.uniqueId, ...testsOf(resource, project)].filter((id) => lately.has(id));
  const passages = ids.flatMap((id): Passage[] => {
    const past = history.resultsOf(id).find(({ result }) => isComplaint(result.status));
    const message = past?.result.message ?? null;
    if (message === null) return [];
    const name = id === resource.uniqueId ? '' : (project.resources.get(id)?.name ?? '');
    return [{ field: 'message', text: `${name} ${message}` }];
  });
  return passages.length === 0 ? null : recordOf(resource, context, passages);
}

/** Runs back in which a failure is still looked for. */
const RECENT_RUNS = 50;

/** unique_ids of what failed or warned in the newest runs. */
export function complainedLately({ history }: ViewContext): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const { id, tally } of history.runs.slice(0, RECENT_RUNS)) {
    if (!Object.keys(tally.statuses).some(isComplaint)) continue;
    const { statusOf } = history.outline(id);
    for (const uniqueId of history.idsOf(id)) {
      if (isComplaint(statusOf(uniqueId) ?? '')) ids.add(uniqueId);
    }
  }
  return ids;
}

function isComplaint(status: string): boolean {
  const kind = statusKind(status);
  return kind === 'error' || kind === 'warn';
}

function recordOf(
  resource: Resource,
  { links }: ViewContext,
  passages: readonly Passage[],
): TextRecord {
  const name: Passage = { field: 'name', text: displayName(resource) };
  return {
    path: links.pagePath(resource.uniqueId) ?? '',
    text: joinPassages([name, ...passages]).slice(0, LONGEST_TEXT),
  };
}
