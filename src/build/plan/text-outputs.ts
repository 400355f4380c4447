import { hash } from 'node:crypto';
import { ENGINE_FILE, TEXT_FOLDER, type TextIndexes } from '../../emit/json/search-text-files.ts';
import type { Resource } from '../../project/resource.ts';
import { testsOf } from '../../project/tests-of.ts';
import { buildMessages, buildText, complainedLately } from '../../view/search/build-text.ts';
import type { TextRecord } from '../../view/search/text-record.ts';
import { shardsOf } from '../../view/search/text-shards.ts';
import type { BundleOutput } from '../output.ts';
import type { TextIndexer } from '../search/text-index.ts';
import type { PlanScope } from './plan-scope.ts';
import { fileOf, textFiles } from './text-files.ts';

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
  // Another release may make other texts of the same resources, and browsers keep what lies in a folder for ever.
  const maker = `${input.generator} ${indexer.version}`;
  const ownOf = (id: string): string => {
    const resource = project.resources.get(id);
    return resource === undefined ? '' : prints.ofOwn(resource);
  };
  const shards = shardsOf(resources, ({ uniqueId }) => uniqueId).map(({ name, from, items }) => {
    const key = digest([
      maker,
      String(withCode),
      ...items.flatMap((resource) => [
        resource.uniqueId,
        prints.ofOwn(resource),
        ...testsOf(resource, project).map(ownOf),
      ]),
    ]);
    const records = () => items.map((resource) => buildText(resource, context, withCode));
    return { place: { folder: folderOf(key), from }, output: bundle(name, key, indexer, records) };
  });
  const lately = complainedLately(context);
  const complaints = resources.flatMap((resource, at) => {
    const record = buildMessages(resource, lately, context);
    return record === null ? [] : [{ at, record }];
  });
  const messages = planMessages(complaints, maker, indexer);
  const engine = planEngine(maker, indexer);
  return {
    indexes: {
      engine: engine.file,
      shards: shards.map(({ place }) => place),
      messages: messages?.place ?? null,
    },
    outputs: [
      engine.output,
      ...shards.map(({ output }) => output),
      ...(messages === null ? [] : [messages.output]),
    ],
  };
}

function planMessages(
  complaints: readonly { readonly at: number; readonly record: TextRecord }[],
  maker: string,
  indexer: TextIndexer,
) {
  if (complaints.length === 0) return null;
  const records = complaints.map(({ record }) => record);
  const key = digest([maker, JSON.stringify(records)]);
  return {
    place: { folder: folderOf(key), at: complaints.map(({ at }) => at) },
    output: bundle('messages', key, indexer, () => records),
  };
}

/** A folder of its own for each content, so that browsers may keep what is in it. */
function folderOf(key: string): string {
  return `${TEXT_FOLDER}/${key.slice(0, 12)}`;
}

function bundle(
  name: string,
  key: string,
  indexer: TextIndexer,
  recordsOf: () => readonly TextRecord[],
): BundleOutput {
  return {
    kind: 'bundle',
    name,
    key,
    make: async () => {
      const records = recordsOf();
      return textFiles(folderOf(key), records, await indexer.index(records));
    },
  };
}

function planEngine(maker: string, indexer: TextIndexer) {
  const key = digest([maker]);
  const path = `${folderOf(key)}/${ENGINE_FILE}`;
  const output: BundleOutput = {
    kind: 'bundle',
    name: 'engine',
    key,
    make: async () => [fileOf(path, await indexer.engine())],
  };
  return { file: path, output };
}

function digest(parts: readonly string[]): string {
  return hash('sha256', parts.join('\n'), 'hex');
}
