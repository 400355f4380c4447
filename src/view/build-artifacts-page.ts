import { ARTIFACTS } from '../messages/artifacts.ts';
import { COMMANDS } from '../messages/commands.ts';
import type { Diagnostic } from '../errors/diagnostic.ts';
import { compareText } from '../project/order.ts';
import {
  type ArtifactRow,
  type ArtifactsPageView,
  type DiagnosticGroup,
  type Endpoint,
  isPast,
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
  readonly statusHref: string | null;
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
      title: ARTIFACTS.title,
      description: ARTIFACTS.description,
      href: links.href('/artifacts/'),
      jsonHref: links.href('/artifacts/index.json'),
      breadcrumbs: [],
    },
    facts: facts([
      [ARTIFACTS.project, project.facts.name === null ? null : textCell(project.facts.name)],
      [
        ARTIFACTS.dbt,
        project.facts.dbtVersion === null ? null : textCell(project.facts.dbtVersion),
      ],
      [
        ARTIFACTS.adapter,
        project.facts.adapterType === null ? null : textCell(project.facts.adapterType),
      ],
      [
        ARTIFACTS.generated,
        project.facts.generatedAt === null
          ? null
          : { kind: 'time', iso: project.facts.generatedAt },
      ],
    ]),
    statusHref: input.statusHref,
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
    filesLeftOut: 0,
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

const MOST_PAST_FILES = 200;

/**
 * The page without most of the files of earlier runs where there are many: what could not be read stays, and those
 * whose paths come last, which usually begin with a date.
 */
export function withFewFiles(view: ArtifactsPageView): ArtifactsPageView {
  const past = view.files.filter(isPast);
  if (past.length <= MOST_PAST_FILES) return view;
  const byWorth = [
    ...past.filter(({ state }) => state === 'unreadable'),
    ...past.filter(({ state }) => state !== 'unreadable').reverse(),
  ];
  const shown = new Set(byWorth.slice(0, MOST_PAST_FILES));
  return {
    ...view,
    files: view.files.filter((file) => !isPast(file) || shown.has(file)),
    filesLeftOut: past.length - shown.size,
  };
}

/** The command that writes each kind of artifact. */
const USES: readonly (readonly [kind: keyof typeof ARTIFACTS.uses, command: string])[] = [
  ['catalog', COMMANDS.docsGenerate],
  ['run_results', COMMANDS.build],
  ['sources', COMMANDS.sourceFreshness],
  ['log', COMMANDS.logs],
];

function missingArtifacts(files: readonly SourceFile[]): EmptyState[] {
  const found = new Set<string>(
    files.filter((file) => file.state === 'read').map((file) => file.kind),
  );
  return USES.filter(([kind]) => !found.has(kind)).map(([kind, command]) => ({
    ...ARTIFACTS.uses[kind],
    command,
  }));
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
