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

/**
 * Outputs that belong together. A family is gone through only when an artifact or a setting has
 * changed. Then it makes what it yields anew, but for what it yields as a group or under a key.
 */
export interface OutputFamily {
  readonly name: string;
  /** Yields one output after the other, so that few are in memory at once. */
  readonly outputs: (scope: PlanScope) => Iterable<SiteOutput>;
}
