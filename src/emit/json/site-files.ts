import type { z } from 'zod';
import type { Diagnostic } from '../../errors/diagnostic.ts';
import type { ProjectFacts } from '../../project/project.ts';
import type { ArtifactsPageView } from '../../view/artifacts-page.ts';
import type { Collection } from '../../view/collection.ts';
import type { ViewContext } from '../../view/context.ts';
import type { SiteView } from '../../view/site.ts';
import { buildChanges } from '../../view/home/build-changes.ts';
import { API_VERSION } from '../api-version.ts';
import type { artifactsFileSchema, buildFileSchema, indexFileSchema } from '../schemas/site.ts';
import { runJson } from './run-files.ts';

/** A list of the site with how much it holds. */
export interface CollectionCount {
  readonly collection: Collection;
  readonly count: number;
}

/** `/index.json`. */
export function indexFile(
  site: SiteView,
  collections: readonly CollectionCount[],
  context: ViewContext,
): z.input<typeof indexFileSchema> {
  const { links, history, project } = context;
  const [newest] = history.runs;
  return {
    api_version: API_VERSION,
    title: site.title,
    generator: site.generator,
    project: projectOf(project.facts),
    collections: collections.map(({ collection, count }) => ({
      collection: collection.path,
      count,
      href: links.href(`/${collection.path}/`),
      json: links.href(`/${collection.path}/index.json`),
    })),
    runs: {
      count: history.runs.length,
      json: links.href('/runs/index.json'),
      newest: newest === undefined ? null : runJson(newest, context),
    },
    changes: changesOf(context),
    feeds: { atom: links.href('/feed.atom'), json: links.href('/feed.json') },
    health: { json: links.href('/health/index.json') },
    lineage: { json: links.href('/lineage/index.json') },
    artifacts: { json: links.href('/artifacts/index.json') },
    build: { json: links.href('/build.json') },
    openapi: { json: links.href('/openapi.json') },
  };
}

/** What the newest runs changed, as the first page tells. */
function changesOf(context: ViewContext): z.input<typeof indexFileSchema>['changes'] {
  return (buildChanges(context)?.groups ?? []).map(({ key, rows, leftOut }) => ({
    kind: key,
    total: rows.length + leftOut,
    items: rows.map(({ link, text, href }) => ({ unique_id: link.uniqueId, text, href })),
  }));
}

/** `/build.json`. */
export function buildFile(
  site: SiteView,
  collections: readonly CollectionCount[],
  artifacts: ArtifactsPageView,
  diagnostics: readonly Diagnostic[],
  context: ViewContext,
): z.input<typeof buildFileSchema> {
  const count = (severity: Diagnostic['severity']): number =>
    diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
  return {
    api_version: API_VERSION,
    generator: site.generator,
    title: site.title,
    base: site.base,
    project: projectOf(context.project.facts),
    counts: Object.fromEntries(collections.map((entry) => [entry.collection.path, entry.count])),
    runs: context.history.runs.length,
    diagnostics: { error: count('error'), warning: count('warning'), info: count('info') },
    artifacts: artifacts.files.map(({ path, sha256 }) => ({ path, sha256 })),
  };
}

/** `/artifacts/index.json`. */
export function artifactsFile(
  view: ArtifactsPageView,
  diagnostics: readonly Diagnostic[],
): z.input<typeof artifactsFileSchema> {
  return {
    api_version: API_VERSION,
    files: view.files.map((file) => ({
      path: file.path,
      kind: file.kind,
      schema_version: file.schemaVersion,
      dbt_version: file.dbtVersion,
      generated_at: file.generatedAt,
      invocation_id: file.invocationId,
      bytes: file.bytes,
      sha256: file.sha256,
      state: file.state,
      reason: file.reason,
      href: file.href,
    })),
    disabled: view.disabled.map((row) => ({
      unique_id: row.uniqueId,
      name: row.name,
      resource_type: row.resourceType,
      file_path: row.filePath,
    })),
    coherence: view.coherence.map((check) => ({ ...check })),
    diagnostics: diagnostics.map(({ code, severity, file, jsonPath, message, hint }) => ({
      code,
      severity,
      file,
      json_path: jsonPath,
      message,
      hint,
    })),
  };
}

function projectOf(facts: ProjectFacts): z.input<typeof indexFileSchema>['project'] {
  return {
    name: facts.name,
    adapter_type: facts.adapterType,
    dbt_version: facts.dbtVersion,
    generated_at: facts.generatedAt,
    invocation_id: facts.invocationId,
  };
}
