import type { RuleName } from '../../config/health-rules.ts';
import { findingWords, unansweredWords } from '../../messages/health-details.ts';
import type { Resource } from '../../project/resource.ts';
import { hardCodedNames } from './hard-coded-names.ts';
import {
  affectedWhere,
  type Finder,
  modelsWhere,
  namesIn,
  namesOf,
  type RuleInput,
} from './rule.ts';

/** Rules about the shape of the lineage, whatever its layers. */
export const DAG_RULES = {
  'missing-parents': ({ resources }) =>
    affectedWhere(
      resources,
      ({ uniqueId }) => uniqueId,
      ({ missingParents }) =>
        missingParents.length === 0 ? null : findingWords.missing(namesIn(missingParents)),
    ),
  'hard-coded-references': (input) => {
    if (!input.models.some(({ resource }) => resource.rawCode !== null)) {
      return { unanswered: unansweredWords.noCode };
    }
    return modelsWhere(input, ({ resource: { rawCode, language } }) => {
      if (rawCode === null || language === 'python') return null;
      const names = hardCodedNames(rawCode);
      return names.length === 0 ? null : findingWords.reads(namesIn(names));
    });
  },
  'duplicate-sources': (input) => {
    if (input.sources.length === 0) return { unanswered: unansweredWords.noSources };
    const ofTable = Map.groupBy(input.sources, tableOf);
    return affectedWhere(
      input.sources,
      ({ uniqueId }) => uniqueId,
      (source) => {
        const table = tableOf(source);
        const others = (ofTable.get(table) ?? []).filter((other) => other !== source);
        return table === '' || others.length === 0
          ? null
          : findingWords.sameTable(table, namesOf(idsOf(others), input));
      },
    );
  },
  'unused-sources': (input) => {
    if (input.sources.length === 0) return { unanswered: unansweredWords.noSources };
    return affectedWhere(
      input.sources,
      ({ uniqueId }) => uniqueId,
      ({ uniqueId }) =>
        input.childrenOf(uniqueId).length === 0 ? findingWords.nothingReads : null,
    );
  },
  'unused-models': (input) => {
    if (input.models.length === 0) return { unanswered: unansweredWords.noModels };
    return modelsWhere(input, ({ id, details }) => {
      const layer = input.layerOf(id);
      const isForOthers =
        details.access === 'private' ||
        layer === 'base' ||
        layer === 'staging' ||
        layer === 'intermediate';
      return isForOthers && input.childrenOf(id).length === 0 ? findingWords.nothingReads : null;
    });
  },
  'root-models': (input) => {
    if (input.models.length === 0) return { unanswered: unansweredWords.noModels };
    return modelsWhere(input, ({ resource: { parents, missingParents } }) =>
      parents.length + missingParents.length === 0 ? findingWords.noParents : null,
    );
  },
  'direct-join-to-source': (input) => {
    if (input.sources.length === 0) return { unanswered: unansweredWords.noSources };
    return modelsWhere(input, ({ resource }) => {
      const sources = resource.parents.filter((id) => id.startsWith('source.'));
      const hasModel = resource.parents.some((id) => id.startsWith('model.'));
      return sources.length > 0 && hasModel ? findingWords.reads(namesOf(sources, input)) : null;
    });
  },
  'multiple-sources-joined': (input) => {
    if (input.sources.length === 0) return { unanswered: unansweredWords.noSources };
    return modelsWhere(input, ({ resource }) => {
      const sources = resource.parents.filter((id) => id.startsWith('source.'));
      return sources.length > 1 ? findingWords.reads(namesOf(sources, input)) : null;
    });
  },
  'source-fanout': (input, { children }) => {
    if (input.sources.length === 0) return { unanswered: unansweredWords.noSources };
    return affectedWhere(
      input.sources,
      ({ uniqueId }) => uniqueId,
      ({ uniqueId }) => {
        const models = input.childrenOf(uniqueId).filter((id) => id.startsWith('model.'));
        return models.length > children
          ? findingWords.readBy(models.length, namesOf(models, input))
          : null;
      },
    );
  },
  'model-fanout': (input, { leaves }) => {
    if (input.models.length === 0) return { unanswered: unansweredWords.noModels };
    return modelsWhere(input, ({ id }) => {
      const ends = input
        .childrenOf(id)
        .filter((child) => child.startsWith('model.') && input.childrenOf(child).length === 0);
      return ends.length >= leaves && ends.length > 0
        ? findingWords.leaves(ends.length, namesOf(ends, input))
        : null;
    });
  },
  'rejoined-models': (input) => {
    if (input.models.length === 0) return { unanswered: unansweredWords.noModels };
    return modelsWhere(input, ({ id, resource }) => {
      const [reader, second] = input.childrenOf(id);
      if (reader === undefined || second !== undefined) return null;
      const above = input.project.resources.get(reader);
      // A semantic model or an exposure that names both isn't a join.
      if (above?.resourceType !== 'model') return null;
      const parents = parentsOf(above, input);
      const shared = resource.parents.find((parent) => parents.has(parent));
      return shared === undefined
        ? null
        : findingWords.rejoined(namesOf([reader], input), namesOf([shared], input));
    });
  },
  'too-many-joins': (input, { parents }) => {
    if (input.models.length === 0) return { unanswered: unansweredWords.noModels };
    return modelsWhere(input, ({ resource }) =>
      resource.parents.length >= parents ? findingWords.parents(resource.parents.length) : null,
    );
  },
} as const satisfies { readonly [Name in RuleName]?: Finder<Name> };

/** Parents as a set, made once for each reader: a hub may have thousands of parents that only it reads. */
function parentsOf(resource: Resource, input: RuleInput): ReadonlySet<string> {
  const known = PARENTS.get(input) ?? new Map<string, ReadonlySet<string>>();
  PARENTS.set(input, known);
  const parents = known.get(resource.uniqueId) ?? new Set(resource.parents);
  known.set(resource.uniqueId, parents);
  return parents;
}
const PARENTS = new WeakMap<RuleInput, Map<string, ReadonlySet<string>>>();

/** Where a source's table lies, lower case; empty when the artifacts don't say. */
function tableOf({ relation }: Resource): string {
  if (relation === null || relation.identifier === null) return '';
  return [relation.database, relation.schema, relation.identifier]
    .filter((part) => part !== null)
    .join('.')
    .toLowerCase();
}

function idsOf(resources: readonly Resource[]): string[] {
  return resources.map(({ uniqueId }) => uniqueId);
}
