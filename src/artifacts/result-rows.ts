import type { z } from 'zod';
import { DuplicateId, NodeInvalid } from '../errors/catalogue.ts';
import { isJsonObject, type JsonObject } from './fields.ts';
import { describeValue, entriesOf, type JsonFile, parseSpan } from './json-file.ts';
import { formatJsonPath } from './json-path.ts';
import type { OuterEntry } from './json-spans.ts';
import { type Place, salvage } from './salvage.ts';

/** The objects of a collection, parsed one at a time; what is no object is reported and left out. */
export function* readResultRows(
  file: JsonFile,
  top: readonly OuterEntry[],
  key: string,
): Generator<{ raw: JsonObject; place: Place }> {
  const collection = top.findLast((entry) => entry.key === key);
  if (collection === undefined) return;
  for (const entry of entriesOf(file, collection, [key])) {
    const path = [key, entry.key];
    const raw = parseSpan(file, entry, path);
    if (raw === undefined) continue;
    if (isJsonObject(raw)) {
      yield { raw, place: { file: file.path, path, diagnostics: file.diagnostics } };
    } else {
      const reason = `it is ${describeValue(raw)} and not an object`;
      file.diagnostics.add(NodeInvalid, file.path, formatJsonPath(path), reason);
    }
  }
}

/**
 * The results of a collection. What is none is reported and left out, as is a second one of the same
 * node: it has one row on the page of its run.
 *
 * @param upgrade gives a result today's shape; told the key or the index that it is listed under
 */
export function readResults<S extends z.ZodType<{ unique_id: string; status: string }>>(
  file: JsonFile,
  top: readonly OuterEntry[],
  key: string,
  schema: S,
  upgrade: (raw: JsonObject, key: PropertyKey | undefined) => JsonObject,
): z.output<S>[] {
  const results = new Map<string, z.output<S>>();
  for (const { raw, place } of readResultRows(file, top, key)) {
    const result = salvage(schema, upgrade(raw, place.path.at(-1)), place);
    if (result === null) continue;
    const id = result.unique_id;
    // One without a status says nothing that another could contradict.
    if ((results.get(id)?.status ?? 'unknown') !== 'unknown') {
      file.diagnostics.add(DuplicateId, file.path, formatJsonPath(place.path), id);
    } else {
      results.set(id, result);
    }
  }
  return [...results.values()];
}
