import type { Collection } from '../../view/collection.ts';
import type { ViewContext } from '../../view/context.ts';
import type { Fingerprints } from '../../view/fingerprint.ts';
import type { SiteView } from '../../view/site.ts';
import type { SiteOutput } from '../output.ts';
import type { ListedCollection } from './listed-collections.ts';
import type { PlanInput } from './plan-input.ts';

/** What every family of outputs is planned from. */
export interface PlanScope {
  readonly input: PlanInput;
  readonly site: SiteView;
  readonly lists: readonly ListedCollection[];
  /** How many resources each list holds. */
  readonly counts: readonly { readonly collection: Collection; readonly count: number }[];
  readonly context: ViewContext;
  readonly prints: Fingerprints;
}

/** Outputs that belong together, one after the other: few are in memory at once. */
export type OutputFamily = (scope: PlanScope) => Iterable<SiteOutput>;
