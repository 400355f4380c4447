import type { LayerName } from '../../config/health.ts';
import type { RuleName, Thresholds } from '../../config/health-rules.ts';
import { displayName } from '../../project/display-name.ts';
import type { NodeDetails } from '../../project/details/details.ts';
import type { Resource } from '../../project/resource.ts';
import { findingWords } from '../../messages/health-details.ts';
import type { RunOutcome } from '../../runs/run.ts';
import type { SignalInput } from '../signals/signal-input.ts';

/** Something that a rule found. */
export interface Affected {
  /** unique_id; null for the project as a whole. */
  readonly id: string | null;
  /** What is the matter with it, in few words. */
  readonly detail: string;
}

/** What a rule finds; the reason when the artifacts can't tell, or when it has nothing to look at. */
export type Found = readonly Affected[] | { readonly unanswered: string };

/** Finds what a rule is about. Pure, and linear in what it looks at. */
export type Finder<Name extends RuleName> = (
  input: RuleInput,
  thresholds: Thresholds<Name>,
) => Found;

/** A model with what only models tell. */
export interface Model {
  readonly resource: Resource;
  readonly details: NodeDetails;
  readonly id: string;
}

/** The newest outcome of a resource, a package's too; null when none is known. */
export interface Outcome {
  readonly id: string;
  readonly isTest: boolean;
  readonly result: RunOutcome | null;
}

/** What rules judge: the project's own resources, unless packages are to be judged as well. */
export interface RuleInput extends SignalInput {
  /** Everything that is judged, sorted by id. */
  readonly resources: readonly Resource[];
  readonly models: readonly Model[];
  readonly sources: readonly Resource[];
  readonly exposures: readonly Resource[];
  /** Of everything that can have one, sorted by id. */
  readonly outcomes: readonly Outcome[];
  /** The tests of a resource; see `testsOf`. */
  readonly testsOf: (uniqueId: string) => readonly string[];
  /** Resources that read it, tests apart. */
  readonly childrenOf: (uniqueId: string) => readonly string[];
  /** The layer that a model's name or folder tells; null for none. */
  readonly layerOf: (uniqueId: string) => LayerName | null;
  /** Where no two layers are known, rules about layers have nothing to say. */
  readonly hasLayers: boolean;
}

/** Names that a detail lists before it says how many more there are. */
const MOST_NAMES = 4;

/** The names of resources in one line. */
export function namesOf(ids: readonly string[], { project }: RuleInput): string {
  return namesIn(
    ids.map((id) => {
      const resource = project.resources.get(id);
      return resource === undefined ? id : displayName(resource);
    }),
  );
}

/** Names in one line, the first four of them. */
export function namesIn(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMES).join(', ');
  const more = names.length - MOST_NAMES;
  return more > 0 ? findingWords.andMore(shown, more) : shown;
}

/** Affected resources with one detail each; those without a detail are fine. */
export function affectedWhere<T>(
  items: readonly T[],
  idOf: (item: T) => string,
  detailOf: (item: T) => string | null,
): Affected[] {
  return items.flatMap((item) => {
    const detail = detailOf(item);
    return detail === null ? [] : [{ id: idOf(item), detail }];
  });
}

/** Affected models. */
export function modelsWhere(
  { models }: RuleInput,
  detailOf: (model: Model) => string | null,
): Affected[] {
  return affectedWhere(models, ({ id }) => id, detailOf);
}
