import { displayName } from '../../project/display-name.ts';
import type { Resource } from '../../project/resource.ts';
import { testsOf } from '../../project/tests-of.ts';
import { joinPassages, type Passage } from '../../search/text-fields.ts';
import { currentStatus, type ViewContext } from '../context.ts';
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

/** What the newest results of a resource and of its tests complain of; null where nothing does. */
export function buildMessages(resource: Resource, context: ViewContext): TextRecord | null {
  const { history, project } = context;
  const ids = [resource.uniqueId, ...testsOf(resource, project)];
  const passages = ids.flatMap((id): Passage[] => {
    const message = history.latest(id)?.result.message ?? null;
    const kind = message === null ? undefined : currentStatus(context, id)?.kind;
    if (message === null || (kind !== 'error' && kind !== 'warn')) return [];
    const name = id === resource.uniqueId ? '' : (project.resources.get(id)?.name ?? '');
    return [{ field: 'message', text: `${name} ${message}` }];
  });
  return passages.length === 0 ? null : recordOf(resource, context, passages);
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
