import { ENGINE_FILE, TEXT_FOLDER, type TextIndexes } from '../../emit/json/search-text-files.ts';
import type { Resource } from '../../project/resource.ts';
import { testsOf } from '../../project/tests-of.ts';
import { ownerOf } from '../../view/list/build-list-items.ts';
import { buildMessages, buildText, complainedLately } from '../../view/search/build-text.ts';
import { shardsOf } from '../../view/search/text-shards.ts';
import type { BundleOutput, KeyedOutput } from '../output.ts';
import type { TextIndexer } from '../search/text-index.ts';
import type { PlanScope } from './plan-scope.ts';
import { digest, fileOf, nameOf, planTextIndex, type TextSource } from './text-files.ts';

/** The indexes for full text, and what they are. */
export interface TextPlan {
  readonly indexes: TextIndexes;
  readonly outputs: readonly (BundleOutput | KeyedOutput)[];
}

/** Name of the index of what results complained of; those of shards have ten letters. */
const MESSAGES = 'messages';

/**
 * Indexes of what people wrote, in shards that stand as long as nothing in them is edited, and a small one of what
 * results complained of lately, as that changes with every run.
 *
 * @param resources in the order of search
 */
export function planText(
  resources: readonly Resource[],
  indexer: TextIndexer,
  scope: PlanScope,
): TextPlan {
  // Another release may make other texts of the same resources, and browsers keep them for ever.
  const maker = `${scope.input.generator} ${indexer.version}`;
  const sourceOf = textSources(maker, scope);
  const shards = shardsOf(resources, ({ uniqueId }) => uniqueId).map(({ name, from, items }) => ({
    ...planTextIndex(name, items.map(sourceOf), indexer),
    name,
    from,
  }));
  const complaints = complaintsOf(resources, maker, scope);
  const messages =
    complaints.length === 0
      ? []
      : [{ ...planTextIndex(MESSAGES, complaints, indexer), name: MESSAGES }];
  const engine = planEngine(maker, indexer);
  const all = [...shards, ...messages];
  indexer.forgetAllBut?.(all.map(({ name }) => name));
  const [lately] = messages;
  return {
    indexes: {
      engine: engine.file,
      shards: shards.map(({ folder, from }) => ({ folder, from })),
      messages:
        lately === undefined ? null : { folder: lately.folder, at: complaints.map(({ at }) => at) },
    },
    outputs: [
      engine.output,
      ...all.map(({ words }) => words),
      // When what takes longest has begun.
      ...all.flatMap(({ texts }) => texts),
    ],
  };
}

/** What there is to index of a resource: its key is the fingerprints of what its text is made from. */
function textSources(
  maker: string,
  { context, prints, input }: PlanScope,
): (resource: Resource) => TextSource {
  const { project } = context;
  const withCode = input.search.mode === 'code';
  // Of tests the code is never there.
  const printOf = withCode ? prints.ofOwn : prints.ofTold;
  const testOf = (id: string): string => {
    const resource = project.resources.get(id);
    return resource === undefined ? '' : prints.ofTold(resource);
  };
  return (resource) => ({
    id: resource.uniqueId,
    key: digest([
      maker,
      String(withCode),
      resource.uniqueId,
      context.links.pagePath(resource.uniqueId) ?? '',
      printOf(resource),
      // Of a test that nobody owns it is the owner of what it tests.
      JSON.stringify(ownerOf(resource, context)),
      ...testsOf(resource, project).map(testOf),
    ]),
    record: () => buildText(resource, context, withCode),
  });
}

function complaintsOf(
  resources: readonly Resource[],
  maker: string,
  { context }: PlanScope,
): (TextSource & { readonly at: number })[] {
  const lately = complainedLately(context);
  return resources.flatMap((resource, at) => {
    const record = buildMessages(resource, lately, context);
    if (record === null) return [];
    const key = digest([maker, JSON.stringify(record)]);
    return [{ at, id: resource.uniqueId, key, record: () => record }];
  });
}

function planEngine(maker: string, indexer: TextIndexer) {
  const key = digest([maker]);
  const file = `${TEXT_FOLDER}/${nameOf(key)}/${ENGINE_FILE}`;
  const output: BundleOutput = {
    kind: 'bundle',
    name: 'engine',
    key,
    make: async () => [fileOf(file, await indexer.engine())],
  };
  return { file, output };
}
