import type { RuleName } from '../../config/health-rules.ts';
import { findingWords, unansweredWords } from '../../messages/health-details.ts';
import { describedColumns } from '../../project/described-columns.ts';
import {
  affectedWhere,
  type Finder,
  type Model,
  modelsWhere,
  namesIn,
  namesOf,
  type RuleInput,
} from './rule.ts';

/** Rules about what others may rely on. */
export const GOVERNANCE_RULES = {
  'broken-contracts': (input) => {
    if (!input.models.some(({ details }) => details.contractEnforced)) {
      return { unanswered: unansweredWords.noContracts };
    }
    if (!input.project.facts.hasCatalog) return { unanswered: unansweredWords.noCatalog };
    return modelsWhere(input, ({ resource: { columns }, details }) => {
      if (!details.contractEnforced) return null;
      const gone = columns.filter((column) => column.isDeclared && column.isInCatalog === false);
      const added = columns.filter((column) => !column.isDeclared && column.isInCatalog === true);
      const parts = [
        ...(gone.length > 0 ? [findingWords.columns(namesIn(gone.map(({ name }) => name)))] : []),
        ...(added.length > 0
          ? [findingWords.undeclared(namesIn(added.map(({ name }) => name)))]
          : []),
      ];
      return parts.length === 0 ? null : findingWords.contract(parts);
    });
  },
  'public-models-without-contract': (input) => {
    if (!hasPublic(input)) return { unanswered: unansweredWords.noPublicModels };
    return modelsWhere(input, (model) =>
      isPublic(model) && !model.details.contractEnforced ? findingWords.noContract : null,
    );
  },
  'undocumented-public-models': (input) => {
    if (!hasPublic(input)) return { unanswered: unansweredWords.noPublicModels };
    return modelsWhere(input, (model) => {
      if (!isPublic(model)) return null;
      const { description, columns } = model.resource;
      if (description.trim() === '') return findingWords.noDescription;
      const described = describedColumns(columns);
      return described < columns.length
        ? findingWords.columnsDescribed(described, columns.length)
        : null;
    });
  },
  'exposures-dependent-on-private-models': (input) => {
    if (input.exposures.length === 0) return { unanswered: unansweredWords.noExposures };
    if (!hasPublic(input)) return { unanswered: unansweredWords.noPublicModels };
    return affectedWhere(
      input.exposures,
      ({ uniqueId }) => uniqueId,
      ({ parents }) => {
        const others = parents.filter((id) => {
          const parent = input.project.resources.get(id);
          return (
            parent?.resourceType === 'model' &&
            parent.details.kind === 'node' &&
            parent.details.access !== 'public'
          );
        });
        return others.length === 0 ? null : findingWords.notPublic(namesOf(others, input));
      },
    );
  },
  'deprecated-models-used': (input) => {
    if (!input.models.some(({ details }) => details.deprecationDate !== null)) {
      return { unanswered: unansweredWords.noDeprecations };
    }
    return modelsWhere(input, (model) => {
      const { deprecationDate } = model.details;
      const users = usersOf(model, input);
      return deprecationDate === null || users.length === 0
        ? null
        : findingWords.deprecated(deprecationDate.slice(0, 10), namesOf(users, input));
    });
  },
  'old-versions-used': (input) => {
    if (!input.models.some(({ details }) => details.version !== null)) {
      return { unanswered: unansweredWords.noVersions };
    }
    return modelsWhere(input, (model) => {
      const { version, latestVersion, versionIds } = model.details;
      if (version === null || latestVersion === null || version === latestVersion) return null;
      const latest = versionIds.findIndex((id) => {
        const details = input.project.resources.get(id)?.details;
        return details?.kind === 'node' && details.version === latestVersion;
      });
      // A version after the latest is a preview, not an old one.
      const isOld = versionIds.indexOf(model.id) < latest;
      const users = usersOf(model, input);
      return isOld && users.length > 0
        ? findingWords.oldVersion(latestVersion, namesOf(users, input))
        : null;
    });
  },
  'models-without-owner': (input) => {
    if (!input.models.some(({ resource }) => resource.owner !== null)) {
      return { unanswered: unansweredWords.noOwners };
    }
    return modelsWhere(input, ({ resource }) =>
      resource.owner === null ? findingWords.noOwner : null,
    );
  },
} as const satisfies { readonly [Name in RuleName]?: Finder<Name> };

function isPublic({ details }: Model): boolean {
  return details.access === 'public';
}

function hasPublic({ models }: RuleInput): boolean {
  return models.some(isPublic);
}

/** What reads a model, its own other versions apart. */
function usersOf({ id, details }: Model, input: RuleInput): readonly string[] {
  return input.childrenOf(id).filter((child) => !details.versionIds.includes(child));
}
