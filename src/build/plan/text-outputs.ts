import { hash } from 'node:crypto';
import { searchPagesFile, TEXT_FOLDER, type TextIndexes } from '../../emit/json/search-files.ts';
import type { Resource } from '../../project/resource.ts';
import { testsOf } from '../../project/tests-of.ts';
import { buildMessages, buildText, complainedLately } from '../../view/search/build-text.ts';
import type { TextRecord } from '../../view/search/text-record.ts';
import { shardsOf } from '../../view/search/text-shards.ts';
import type { BundleOutput, FileOutput, JsonOutput } from '../output.ts';
import type { IndexFile, TextIndexer } from '../search/text-index.ts';
import { json } from './make-output.ts';
import type { PlanScope } from './plan-scope.ts';

/** The indexes for full text, and what they are. */
export interface TextPlan {
  readonly indexes: TextIndexes;
  readonly outputs: readonly BundleOutput[];
}

/**
 * Indexes of what people wrote, in shards that stand as long as nothing in them is edited, and a small one of what
 * results complained of lately, as that changes with every run.
 *
 * @param resources in the order of search
 */
export function planText(
  resources: readonly Resource[],
  indexer: TextIndexer,
  { context, prints, input }: PlanScope,
): TextPlan {
  const { project } = context;
  const withCode = input.search.mode === 'code';
  const shards = shardsOf(resources, ({ uniqueId }) => uniqueId);
  const ownOf = (id: string): string => {
    const resource = project.resources.get(id);
    return resource === undefined ? '' : prints.ofOwn(resource);
  };
  const texts = shards.map(({ name, from, items }) => {
    const key = digest([
      indexer.version,
      String(withCode),
      ...items.flatMap((resource) => [
        resource.uniqueId,
        prints.ofOwn(resource),
        ...testsOf(resource, project).map(ownOf),
      ]),
    ]);
    const records = () => items.map((resource) => buildText(resource, context, withCode));
    return {
      place: { name, from, print: printOf(key) },
      output: bundle(name, key, indexer, records),
    };
  });
  const lately = complainedLately(context);
  const complaints = resources.flatMap((resource, at) => {
    const record = buildMessages(resource, lately, context);
    return record === null ? [] : [{ at, record }];
  });
  const messages = planMessages(complaints, indexer);
  return {
    indexes: { shards: texts.map(({ place }) => place), messages: messages?.place ?? null },
    outputs: [
      runtime(indexer),
      ...texts.map(({ output }) => output),
      ...(messages === null ? [] : [messages.output]),
    ],
  };
}

function planMessages(
  complaints: readonly { readonly at: number; readonly record: TextRecord }[],
  indexer: TextIndexer,
) {
  if (complaints.length === 0) return null;
  const name = 'messages';
  const records = complaints.map(({ record }) => record);
  const key = digest([indexer.version, JSON.stringify(records)]);
  return {
    place: { name, print: printOf(key), at: complaints.map(({ at }) => at) },
    output: bundle(name, key, indexer, () => records),
  };
}

/** Enough of a key to tell it from the one before. */
function printOf(key: string): string {
  return key.slice(0, 10);
}

function bundle(
  name: string,
  key: string,
  indexer: TextIndexer,
  records: () => readonly TextRecord[],
): BundleOutput {
  return {
    kind: 'bundle',
    name,
    key,
    make: async () => {
      const { files, ids } = await indexer.index(records);
      return [
        ...files.map((file) => fileIn(name, file)),
        json(`${TEXT_FOLDER}/${name}/pages.json`, searchPagesFile(ids)),
      ];
    },
  };
}

function runtime(indexer: TextIndexer): BundleOutput {
  return {
    kind: 'bundle',
    name: 'runtime',
    key: digest([indexer.version]),
    make: async () => (await indexer.runtime()).map((file) => fileIn('runtime', file)),
  };
}

function fileIn(name: string, { file, bytes }: IndexFile): FileOutput | JsonOutput {
  return {
    kind: 'file',
    file: `${TEXT_FOLDER}/${name}/${file}`,
    key: hash('sha256', bytes, 'base64url'),
    bytes: () => Promise.resolve(bytes),
  };
}

function digest(parts: readonly string[]): string {
  return hash('sha256', parts.join('\n'), 'base64url');
}
