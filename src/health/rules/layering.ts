import type { LayerName } from '../../config/health.ts';
import type { RuleName } from '../../config/health-rules.ts';
import { findingWords, unansweredWords } from '../../messages/health-details.ts';
import { type Finder, type Found, modelsWhere, namesOf, type RuleInput } from './rule.ts';

const DOWNSTREAM: ReadonlySet<LayerName | null> = new Set(['intermediate', 'marts', 'reports']);

/** Rules about which layer reads which. */
export const LAYER_RULES = {
  'downstream-dependent-on-source': (input) =>
    reading(
      input,
      (layer) => DOWNSTREAM.has(layer),
      (parent) => parent.startsWith('source.'),
    ),
  'staging-dependent-on-staging': (input) =>
    reading(
      input,
      (layer) => layer === 'staging',
      (parent) => input.layerOf(parent) === 'staging',
    ),
  'staging-dependent-on-downstream': (input) =>
    reading(
      input,
      (layer) => layer === 'staging',
      (parent) => DOWNSTREAM.has(input.layerOf(parent)),
    ),
} as const satisfies { readonly [Name in RuleName]?: Finder<Name> };

/** Models of some layers that read what they should not. */
function reading(
  input: RuleInput,
  isMeant: (layer: LayerName | null) => boolean,
  isForbidden: (parentId: string) => boolean,
): Found {
  if (!input.hasLayers) return { unanswered: unansweredWords.noLayers };
  return modelsWhere(input, ({ id, resource }) => {
    if (!isMeant(input.layerOf(id))) return null;
    const wrong = resource.parents.filter(isForbidden);
    return wrong.length === 0 ? null : findingWords.reads(namesOf(wrong, input));
  });
}
