import { createHash } from 'node:crypto';
import { newestTime } from '../health/newest-time.ts';
import { hardCodedNames } from '../health/rules/hard-coded-names.ts';
import type { Details } from '../project/details/details.ts';
import type { Resource } from '../project/resource.ts';
import { testsOf } from '../project/tests-of.ts';
import type { ViewContext } from './context.ts';
import { dbtLinkIds } from './dbt-links.ts';
import { digest } from './digest.ts';
import { createParts, type Parts } from './fingerprint-parts.ts';
import { ownerOf } from './list/build-list-items.ts';
import { lineageTotals } from './resource/lineage.ts';
import { semanticModelsOf } from './resource/metric-sections.ts';
import { nearbyFingerprint, tablesOfSource } from './resource/siblings.ts';
import { upstreamOf } from './resource/upstream.ts';

/**
 * Cheap stand-ins for what is made: equal as long as the page, or the file, would be. They cover more than a page shows,
 * so that a page may be made again without need, but never left standing without right.
 */
export interface Fingerprints {
  /** For the page of a resource and its JSON twin, but for what an exposure tells of all that it rests on. */
  readonly ofPage: (resource: Resource) => string;
  /** For what an exposure tells of all that it rests on. To know that, all rules are applied. */
  readonly ofUpstream: (resource: Resource) => string;
  /** For what names it, with links to its page and its JSON; also for ids that the project doesn't know. */
  readonly ofName: (uniqueId: string) => string;
  /** For what shows nothing but what the artifacts say of it. */
  readonly ofOwn: (resource: Resource) => string;
  /** The same for what shows none of its code. */
  readonly ofTold: (resource: Resource) => string;
  /** The same for what shows none of its words: neither descriptions nor code, nor whether there are any. */
  readonly ofBareShape: (resource: Resource) => string;
  /** For the file of a node's neighbours up to two steps away. */
  readonly ofNeighbourhood: (uniqueId: string) => string;
  /** For lists: its own facts but its code, outcomes and state of health, and the state of its tests. */
  readonly ofRow: (resource: Resource) => string;
  /** The same for what shows none of its words, nor what an exposure rests on. Most edits are of words. */
  readonly ofRowShape: (resource: Resource) => string;
  /** The same for what doesn't even show whether there is a description. */
  readonly ofBareRow: (resource: Resource) => string;
  /** For its health with all reasons, and how that names others. */
  readonly ofHealth: (uniqueId: string) => string;
  /** For its outcomes in all runs. */
  readonly ofResults: (uniqueId: string) => string;
  /** For the names, types and addresses of all resources, and what depends on what; nothing of what came of them. */
  readonly ofStructure: () => string;
  /** For all that rules of health find, and for coverage. */
  readonly ofRules: () => string;
  /** For what those rules find that look neither at words, nor at whether there are any, nor at how old something is. */
  readonly ofWordlessRules: () => string;
}

/** Prepares fingerprints of everything in a context. */
export function createFingerprints(context: ViewContext): Fingerprints {
  const parts = createParts(context);
  const { own, told, shape, bareShape, brief, results, health } = parts;
  const rows = new Map<string, string>();
  let structure: string | null = null;
  let around: ReturnType<typeof neighbourhoods> | null = null;
  const nearby = nearbyFingerprint(context);
  // What decides which results count, and what of them is told.
  const judgedBy = JSON.stringify([context.history.target, context.slowdownLimits]);
  const bareRow = (resource: Resource): string => {
    const known = rows.get(resource.uniqueId);
    if (known !== undefined) return known;
    const made = digest(`${judgedBy}\n${rowText(resource, context, parts)}`);
    rows.set(resource.uniqueId, made);
    return made;
  };
  const rowShape = (resource: Resource): string => `${bareRow(resource)} ${shape(resource)}`;
  let rules: RulesPrint | null = null;
  // No list has most tests, so that a row of each would be made for this alone.
  const judged = (resource: Resource): string =>
    resource.details.kind === 'test' ? shape(resource) : rowShape(resource);
  const wordless = (resource: Resource): string =>
    `${bareShape(resource)} ${brief(resource.uniqueId)} ${results(resource.uniqueId)}`;
  const printRules = (): RulesPrint => (rules ??= rulesPrint(context, judged, wordless, judgedBy));
  const ofRules = (): string => printRules().all;
  // What rests on much tells how all of that fares, and what rules find in it. A row is cheaper to make again than all of
  // that is to look at, which every build would have to.
  const above = ({ details }: Resource): string => (details.kind === 'exposure' ? ofRules() : '');
  return {
    ofPage(resource) {
      const { uniqueId } = resource;
      const { upstream, downstream } = lineageTotals(uniqueId, context);
      const tests = readingTests(resource, context);
      const { facts } = context.project;
      return digest(
        [
          own(resource),
          results(uniqueId),
          judgedBy,
          health(uniqueId),
          nearby(resource),
          resource.owner === null ? null : context.links.ownerHref(resource.owner.name),
          ...resource.tags.map((tag) => context.links.tagHref(tag)),
          ...typeTexts(resource, context, parts),
          ...context.links.sourceLinks(resource).map(({ href }) => href),
          `${facts.name ?? ''} ${facts.hasCatalog} ${upstream} ${downstream}`,
          ...relatedIds(resource, context).map(brief),
          '',
          ...tests.flatMap((test) => [own(test), brief(test.uniqueId), results(test.uniqueId)]),
        ].join('\n'),
      );
    },
    ofUpstream(resource) {
      const { debt, ...figures } = upstreamOf(resource, context);
      const found = debt.map(({ rule, count }) => [rule.name, rule.severity, count]);
      const named = figures.troubles.map(({ uniqueId }) => brief(uniqueId));
      return digest(JSON.stringify([figures, found, named]));
    },
    ofName: parts.name,
    ofOwn: own,
    ofTold: told,
    ofBareShape: bareShape,
    ofNeighbourhood: (uniqueId) => (around ??= neighbourhoods(context))(uniqueId),
    ofRow: (resource) => `${rowShape(resource)} ${above(resource)} ${aboutText(resource)}`,
    ofRowShape: rowShape,
    ofBareRow: bareRow,
    ofHealth: health,
    ofResults: results,
    ofStructure: () => (structure ??= structureOf(context, parts)),
    ofRules,
    ofWordlessRules: () => printRules().wordless,
  };
}

interface RulesPrint {
  readonly all: string;
  readonly wordless: string;
}

/** Of its words what a row shows: nothing of its code, which is edited most. */
function aboutText({ description }: Resource): string {
  return description === '' ? '' : digest(description);
}

/** What a list says of a resource, but for its words and whether it has any. */
function rowText(
  resource: Resource,
  context: ViewContext,
  { bareShape, name, brief, results }: Parts,
): string {
  const { project, health } = context;
  const { uniqueId, details, tags } = resource;
  const owner = ownerOf(resource, context);
  return [
    bareShape(resource),
    brief(uniqueId),
    results(uniqueId),
    health.of(uniqueId)?.state,
    project.facts.name,
    project.macroCallers.get(uniqueId)?.length,
    JSON.stringify(owner),
    // Which desk has which address depends on the names of all.
    owner === null ? null : context.links.ownerHref(owner.name),
    ...tags.map((tag) => context.links.tagHref(tag)),
    ...resource.parents.map(name),
    ...idsIn(details).map(name),
    ...testsOf(resource, project).map(brief),
  ].join('\n');
}

/**
 * Rules look at all resources, but of their words only at names of tables in the code, at whether there is a
 * description, and at what columns are. To find those takes less than to apply all rules.
 */
function rulesPrint(
  context: ViewContext,
  judged: (resource: Resource) => string,
  wordless: (resource: Resource) => string,
  judgedBy: string,
): RulesPrint {
  const { project, history, healthConfig } = context;
  const bare = createHash('sha256');
  const whole = createHash('sha256');
  const { name, hasCatalog } = project.facts;
  bare.update(JSON.stringify([healthConfig, judgedBy, name, hasCatalog]));
  // Each manifest is newer than the last.
  whole.update(newestTime(project, history) ?? '');
  for (const { id } of history.runs) bare.update(history.runKey(id));
  for (const resource of project.resources.values()) {
    const { rawCode, resourceType } = resource;
    const names = rawCode === null || resourceType !== 'model' ? null : hardCodedNames(rawCode);
    const told = [wordless(resource), rawCode === null, names?.join(), columnsText(resource)];
    bare.update(`${told.join(' ')}\n`);
    whole.update(`${judged(resource)}\n`);
  }
  const print = bare.digest('base64url');
  return { all: whole.update(print).digest('base64url'), wordless: print };
}

/** What rules look at in columns beside their names and whether they are described. */
function columnsText({ columns }: Resource): string {
  let text = '';
  for (const { isDeclared, isInCatalog, constraints } of columns) {
    text += `${isDeclared} ${isInCatalog} ${constraints.map(({ type }) => type).join()};`;
  }
  return text;
}

function structureOf({ project }: ViewContext, { name }: Parts): string {
  const whole = createHash('sha256');
  for (const { uniqueId, parents, missingParents, testIds } of project.resources.values()) {
    whole.update([name(uniqueId), ...parents, '', ...missingParents, '', ...testIds].join('\t'));
  }
  return whole.digest('base64url');
}

/** What the page of one type alone tells of other resources. */
function typeTexts(
  resource: Resource,
  context: ViewContext,
  { own, brief, results }: Parts,
): string[] {
  const { project } = context;
  const ownOf = (ids: readonly string[]): string[] =>
    ids.flatMap((id) => {
      const other = project.resources.get(id);
      return other === undefined ? [] : [own(other)];
    });
  const { details } = resource;
  switch (details.kind) {
    case 'node':
      return details.versionIds.length < 2
        ? []
        : details.versionIds.flatMap((id) => [
            ...ownOf([id]),
            ...ownOf(project.resources.get(id)?.testIds ?? []),
          ]);
    case 'source':
      return tablesOfSource(resource, context).flatMap(({ uniqueId }) => [
        brief(uniqueId),
        results(uniqueId),
      ]);
    case 'metric':
      return semanticModelsOf(resource, project).flatMap((model) => [
        own(model),
        brief(model.uniqueId),
        // Descriptions of its dimensions stand on the page, too.
        ...textsOf(model).flatMap(dbtLinkIds).map(brief),
      ]);
    case 'semantic_model':
      return ownOf(project.children.get(resource.uniqueId) ?? []);
    case 'test':
    case 'unit_test':
    case 'exposure':
    case 'saved_query':
    case 'function':
    case 'macro':
    case 'group':
    case 'other':
      return [];
  }
}

/** Every resource that a page may name. */
function relatedIds(resource: Resource, context: ViewContext): string[] {
  const { project, groupIds } = context;
  return [
    ...resource.parents,
    ...resource.missingParents,
    '',
    ...(project.children.get(resource.uniqueId) ?? []),
    '',
    ...resource.macros,
    ...(project.macroCallers.get(resource.uniqueId) ?? []),
    ...resource.columns.flatMap((column) => column.foreignKeys.map((key) => key.toId ?? '')),
    ...(resource.group === null ? [] : (groupIds.get(resource.group) ?? [])),
    ...idsIn(resource.details),
    ...textsOf(resource).flatMap(dbtLinkIds),
  ];
}

/** Every Markdown text of a resource, as links in it lead to other pages. */
function textsOf({ description, columns, details }: Resource): string[] {
  const texts = [
    description,
    // What a page shows of a column.
    ...columns.map((column) => column.description || (column.comment ?? '')),
  ];
  switch (details.kind) {
    case 'source':
      return [...texts, details.sourceDescription];
    case 'macro':
      return [...texts, ...details.arguments.map((argument) => argument.description)];
    case 'function':
      return [
        ...texts,
        ...details.arguments.map((argument) => argument.description),
        details.returnsDescription,
      ];
    case 'semantic_model':
      return [
        ...texts,
        ...[...details.entities, ...details.dimensions, ...details.measures].map(
          (element) => element.description,
        ),
      ];
    case 'node':
    case 'test':
    case 'unit_test':
    case 'exposure':
    case 'metric':
    case 'saved_query':
    case 'group':
    case 'other':
      return texts;
  }
}

/** unique_ids that only one resource type names. */
function idsIn(details: Details): readonly string[] {
  switch (details.kind) {
    case 'node':
      return details.versionIds;
    case 'test':
      return [details.attachedNode ?? ''];
    case 'unit_test':
      return [details.testedNode ?? ''];
    case 'semantic_model':
      return [details.modelId ?? ''];
    case 'group':
      return details.memberIds;
    case 'source':
    case 'exposure':
    case 'metric':
    case 'saved_query':
    case 'function':
    case 'macro':
    case 'other':
      return [];
  }
}

/** Its tests, and those that merely refer to it. */
function readingTests(resource: Resource, { project }: ViewContext): Resource[] {
  const { testIds, uniqueId } = resource;
  const readers = project.dependentTests.get(uniqueId) ?? [];
  if (testIds.length + readers.length === 0) return [];
  const ids = new Set([...testIds, ...readers]);
  return [...ids].flatMap((id) => project.resources.get(id) ?? []);
}

/**
 * Hashes that see two steps far: each round folds in the hashes of the neighbours, so that after two rounds a node's
 * hash depends on every node that its file names, and on all edges between them.
 */
function neighbourhoods(context: ViewContext): (uniqueId: string) => string {
  const { graph } = context;
  let prints = graph.ids.map((id, node) => {
    const { upstream, downstream } = lineageTotals(id, context);
    const { name, resourceType, href } = context.links.link(id);
    const parents = (graph.parents[node] ?? []).map((parent) => graph.ids[parent]);
    const children = (graph.children[node] ?? []).map((child) => graph.ids[child]);
    return digest(
      [id, name, resourceType, href, upstream, downstream, ...parents, '', ...children].join('\t'),
    );
  });
  for (let step = 0; step < 2; step++) {
    const before = prints;
    prints = graph.ids.map((_, node) =>
      digest(
        [node, ...(graph.parents[node] ?? []), ...(graph.children[node] ?? [])]
          .map((neighbour) => before[neighbour])
          .join(),
      ),
    );
  }
  return (uniqueId) => prints[graph.indexOf.get(uniqueId) ?? -1] ?? '';
}
