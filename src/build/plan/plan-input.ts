import type { ArtifactSet } from '../../artifacts/artifact-set.ts';
import type { HealthConfig } from '../../config/health.ts';
import type { Repository } from '../../config/repository-schema.ts';
import type { RobotsMode, SearchMode } from '../../config/schema.ts';
import type { Diagnostic } from '../../errors/diagnostic.ts';
import type { Project } from '../../project/project.ts';
import type { History } from '../../runs/history.ts';
import type { BrandFiles } from '../brand-files.ts';
import type { FindingKeeper } from '../finding-keeper.ts';
import type { ArtifactOutput } from '../output.ts';
import type { TextIndexer } from '../search/text-index.ts';

/** What a site is made from, read and modelled. */
export interface PlanInput {
  readonly artifacts: Pick<ArtifactSet, 'files' | 'catalog'>;
  readonly diagnostics: readonly Diagnostic[];
  readonly project: Project;
  readonly history: History;
  /** The site's title; the project's name where it is null. */
  readonly title: string | null;
  readonly base: string;
  readonly siteUrl: string | null;
  readonly packageMacros: boolean;
  /** From which age on the first page says that its artifacts are old; null for never. */
  readonly staleAfterHours: number | null;
  /** Whether a server tells of its builds at `/-/status.json`. */
  readonly live: boolean;
  readonly health: HealthConfig;
  readonly robots: RobotsMode;
  readonly markdown: boolean;
  readonly repository: Repository | null;
  readonly brand: BrandFiles;
  readonly search: {
    readonly mode: SearchMode;
    /** Null: no full text. */
    readonly indexer: TextIndexer | null;
  };
  /** What rules found in the last build; null to find all anew. */
  readonly findings: Pick<FindingKeeper, 'under'> | null;
  /** All settings as text: whatever they change, they change this. */
  readonly settings: string;
  /** `dbt-workbench 0.1.0`. */
  readonly generator: string;
  /** The artifacts' files that the site carries, by path relative to the artifacts. */
  readonly published: readonly (ArtifactOutput & { readonly path: string })[];
}
