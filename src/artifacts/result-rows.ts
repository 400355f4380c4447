import { NodeInvalid } from '../errors/catalogue.ts';
import { isJsonObject, type JsonObject } from './fields.ts';
import { describeValue, entriesOf, type JsonFile, parseSpan } from './json-file.ts';
import { formatJsonPath } from './json-path.ts';
import type { OuterEntry } from './json-spans.ts';
import type { Place } from './salvage.ts';

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
