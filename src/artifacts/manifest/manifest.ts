import type { ManifestExposure } from './exposure.ts';
import type { ManifestFunction } from './function.ts';
import type { ManifestGroup, ManifestSelector } from './group.ts';
import type { DocBlock, ManifestMacro } from './macro.ts';
import type { ManifestMetadata } from './metadata.ts';
import type { ManifestMetric, ManifestSavedQuery, ManifestSemanticModel } from './metric.ts';
import type { ManifestNode } from './node.ts';
import type { ManifestSource } from './source.ts';
import type { ManifestUnitTest } from './unit-test.ts';

/**
 * A `manifest.json` of any dbt version in the newest version's words. Lists keep the file's order;
 * no id appears twice in them, except in `disabled`.
 */
export interface Manifest {
  metadata: ManifestMetadata;
  /** Models, seeds, snapshots, tests, analyses, operations, and every resource type unknown to us. */
  nodes: ManifestNode[];
  sources: ManifestSource[];
  exposures: ManifestExposure[];
  metrics: ManifestMetric[];
  semantic_models: ManifestSemanticModel[];
  saved_queries: ManifestSavedQuery[];
  unit_tests: ManifestUnitTest[];
  functions: ManifestFunction[];
  groups: ManifestGroup[];
  macros: ManifestMacro[];
  docs: DocBlock[];
  /** Disabled resources of any type; one id may have several. */
  disabled: ManifestNode[];
  selectors: ManifestSelector[];
  /** Ids to ids, as the file has them; empty or partial in Fusion's files. */
  parent_map: Map<string, string[]>;
  child_map: Map<string, string[]>;
}
