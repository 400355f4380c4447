import type { Diagnostic } from '../errors/diagnostic.ts';
import { compareText } from '../project/order.ts';
import type {
  ArtifactRow,
  ArtifactsPageView,
  DiagnosticGroup,
  Endpoint,
} from './artifacts-page.ts';
import { facts, textCell } from './cells.ts';
import { coherenceChecks, type CatalogIds } from './coherence.ts';
import type { ViewContext } from './context.ts';
import type { EmptyState } from './empty-state.ts';

/** An artifact's file as it was found. */
export type SourceFile = Omit<ArtifactRow, 'href'>;

/** What the artifacts page shows beside what all views share. */
export interface ArtifactsInput {
  readonly files: readonly SourceFile[];
  readonly diagnostics: readonly Diagnostic[];
  readonly catalogIds: CatalogIds | null;
  readonly endpoints: readonly Endpoint[];
  /** Path of a file → href of its published copy. */
  readonly published: ReadonlyMap<string, string>;
}

const MOST_EXAMPLES = 25;
const SEVERITY_ORDER = ['error', 'warning', 'info'] as const;

/** The page that says what the site was made from. */
export function buildArtifactsPage(input: ArtifactsInput, context: ViewContext): ArtifactsPageView {
  const { links, project } = context;
  return {
    page: 'artifacts',
    head: {
      title: 'Artifacts',
      description: 'What this site was made from, and what was found wrong with it',
      href: links.href('/artifacts/'),
      jsonHref: links.href('/artifacts/index.json'),
      breadcrumbs: [],
    },
    facts: facts([
      ['Project', project.facts.name === null ? null : textCell(project.facts.name)],
      ['dbt', project.facts.dbtVersion === null ? null : textCell(project.facts.dbtVersion)],
      ['Adapter', project.facts.adapterType === null ? null : textCell(project.facts.adapterType)],
      [
        'Manifest generated',
        project.facts.generatedAt === null
          ? null
          : { kind: 'time', iso: project.facts.generatedAt },
      ],
    ]),
    files: input.files.map((file) => ({
      path: file.path,
      kind: file.kind,
      schemaVersion: file.schemaVersion,
      dbtVersion: file.dbtVersion,
      generatedAt: file.generatedAt,
      invocationId: file.invocationId,
      bytes: file.bytes,
      sha256: file.sha256,
      state: file.state,
      reason: file.reason,
      href: input.published.get(file.path) ?? null,
    })),
    coherence: coherenceChecks(input.files, input.catalogIds, context),
    missing: missingArtifacts(input.files),
    diagnostics: groupDiagnostics(input.diagnostics),
    endpoints: input.endpoints,
    disabled: project.disabled.map(({ uniqueId, name, resourceType, filePath }) => ({
      uniqueId,
      name,
      resourceType,
      filePath,
    })),
  };
}

/** What each kind of artifact would add, and the command that writes it. */
const USES: readonly (readonly [kind: string, state: EmptyState])[] = [
  [
    'catalog',
    {
      title: 'No catalog.json',
      text: 'Column types as the warehouse has them, row counts and sizes are unknown.',
      command: 'dbt docs generate',
    },
  ],
  [
    'run_results',
    {
      title: 'No run_results.json',
      text: 'What ran, how long it took, and which tests fail are unknown.',
      command: 'dbt build',
    },
  ],
  [
    'sources',
    {
      title: 'No sources.json',
      text: 'How old the data in the sources is, is unknown.',
      command: 'dbt source freshness',
    },
  ],
  [
    'log',
    {
      title: 'No dbt.log',
      text: 'Runs have no log to look into.',
      command: 'dbt build --log-path target --log-format-file json',
    },
  ],
];

function missingArtifacts(files: readonly SourceFile[]): EmptyState[] {
  const found = new Set(files.filter((file) => file.state === 'read').map((file) => file.kind));
  return USES.filter(([kind]) => !found.has(kind)).map(([, state]) => state);
}

/** Diagnostics by code, errors first. */
export function groupDiagnostics(diagnostics: readonly Diagnostic[]): DiagnosticGroup[] {
  return [...Map.groupBy(diagnostics, (diagnostic) => diagnostic.code)]
    .map(([code, group]): DiagnosticGroup => {
      const [first] = group;
      return {
        code,
        severity: first?.severity ?? 'info',
        count: group.length,
        hint: first?.hint ?? '',
        examples: group.slice(0, MOST_EXAMPLES),
      };
    })
    .sort(
      (a, b) =>
        SEVERITY_ORDER.indexOf(a.severity) - SEVERITY_ORDER.indexOf(b.severity) ||
        compareText(a.code, b.code),
    );
}
