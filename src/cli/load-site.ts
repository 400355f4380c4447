import { basename } from 'node:path';
import type { ArtifactSet } from '../artifacts/artifact-set.ts';
import type { KeepReadings } from '../artifacts/keep-readings.ts';
import { readArtifacts } from '../artifacts/read-artifacts.ts';
import { brandFiles } from '../build/brand-files.ts';
import { FindingKeeper } from '../build/finding-keeper.ts';
import type { SiteOutput } from '../build/output.ts';
import { refuseBadPlaces } from '../build/site-folder.ts';
import { planSite } from '../build/plan/plan-site.ts';
import { recordPath } from '../build/record.ts';
import { readRendererHash } from '../build/renderer/load-renderer.ts';
import { type KeepIndexes, threadedIndexer } from '../build/search/indexer-thread.ts';
import { findPagefind, pagefindVersion } from '../build/search/pagefind.ts';
import { publishedArtifacts } from '../build/published-artifacts.ts';
import type { Config } from '../config/load-config.ts';
import type { Diagnostic } from '../errors/diagnostic.ts';
import { PagefindMissing } from '../errors/catalogue.ts';
import { buildProject } from '../project/build-project.ts';
import { openHistory } from '../history/open-history.ts';
import { foundRuns } from './found-runs.ts';
import { historyEffects } from './history-effects.ts';
import { historyOptions } from './history-options.ts';
import type { RunSummary } from '../runs/run.ts';
import type { HealthChecks } from '../view/health/build-health-checks.ts';
import type { SiteView } from '../view/site.ts';
import { counted, formatBytes } from './format.ts';
import { isPart } from '../config/selection-request.ts';
import { narrowSite } from './select/narrow-site.ts';
import { installedVersion, rendererFolder } from './installation.ts';
import type { Step } from './step.ts';

/** A site that is ready to be built. */
export interface LoadedSite {
  readonly site: SiteView;
  /** Made one by one while the build takes them. */
  readonly outputs: Iterable<SiteOutput>;
  /** What the page of health shows. */
  readonly health: () => HealthChecks;
  /** What is wrong with the artifacts. */
  readonly diagnostics: readonly Diagnostic[];
  /** What is odd about the selection, and what is missing here, a sentence each. */
  readonly warnings: readonly string[];
  /** What is wrong with the history of runs. No part of the site, as the next build may be without it. */
  readonly historyDiagnostics: readonly Diagnostic[];
}

/**
 * Reads the artifacts and plans the site.
 *
 * @param onStep told of each finished step
 * @param use `look` leaves the history as it is; `update` adds the runs that were found
 * @throws SiteError when there is nothing to make a site from
 */
export type LoadSite = (
  config: Config,
  onStep: (step: Step) => void,
  use: 'look' | 'update',
) => Promise<LoadedSite>;

/** Programs that index texts at once: each takes a core and some 200 MB. */
const MOST_INDEXERS = 2;

export const loadSite: LoadSite = async (config, onStep, use) => {
  const generator = `dbt-workbench ${installedVersion()}`;
  let began = performance.now();
  const took = (): number => {
    const ms = performance.now() - began;
    began = performance.now();
    return ms;
  };

  // Cheap, and wrong where somebody mistyped a path: before minutes are spent on reading.
  if (use === 'update') {
    refuseBadPlaces(config.out, config.artifacts, config.cache, config.history);
  }
  const wantsText = use === 'update' && config.search !== 'names';
  const pagefind = wantsText ? findPagefind() : null;
  const indexer =
    pagefind === null
      ? null
      : threadedIndexer(
          pagefindVersion(pagefind),
          Math.min(config.workers, MOST_INDEXERS),
          keptIndexes(config, pagefindVersion(pagefind)),
        );
  const brand = brandFiles(config.brand, config.base);
  const artifacts = await readArtifacts(
    config.artifacts,
    use === 'update' ? keptReadings(config) : null,
  );
  onStep(readStep(artifacts, config.artifacts, took()));
  const all = buildProject(artifacts);
  const opened = await openHistory(
    foundRuns(artifacts, all, generator),
    all,
    historyOptions(config, use === 'look'),
    historyEffects(config),
  );
  const whole = {
    project: all,
    history: opened.history,
    catalog: artifacts.catalog,
    diagnostics: artifacts.diagnostics,
  };
  const { project, history, catalog, diagnostics, warnings } = isPart(config.selection)
    ? await narrowSite(whole, config, artifacts)
    : { ...whole, warnings: [] };
  // The manifest is not needed any more, and large: nothing from here on may hold it.
  const { files } = artifacts;
  const plan = planSite({
    artifacts: { files, catalog },
    diagnostics,
    project,
    history,
    title: config.title,
    base: config.base,
    siteUrl: config.siteUrl,
    packageMacros: config.packageMacros,
    staleAfterHours: config.staleAfterHours,
    live: config.live,
    health: config.health,
    robots: config.robots,
    markdown: config.markdown,
    repository: config.repository,
    brand,
    search: { mode: config.search, indexer },
    findings: use === 'update' ? keptFindings(config) : null,
    settings: settingsOf(config, indexer?.version ?? null),
    generator,
    // The files tell of the whole project.
    published: publishedArtifacts(
      artifacts,
      isPart(config.selection) ? 'none' : config.publish,
      generator,
    ),
  });
  onStep({
    verb: 'model',
    subject: counted(project.resources.size, 'resource'),
    detail: runsDetail(history.runs),
    ms: took(),
    data: { resources: project.resources.size, runs: history.runs.length },
  });
  return {
    ...plan,
    diagnostics: artifacts.diagnostics,
    historyDiagnostics: opened.diagnostics,
    warnings:
      wantsText && indexer === null
        ? [...warnings, `${PagefindMissing.message()} ${PagefindMissing.hint}`]
        : warnings,
  };
};

/** Indexes of a site are kept beside the record of its files. What they say is said by this release's code. */
function keptIndexes({ cache, out }: Config, indexer: string): KeepIndexes {
  const folder = recordPath(cache, out).replace(/\.jsonl$/, '-text');
  return {
    folder,
    maker: `${indexer}, ${process.versions.zlib}, ${readRendererHash(rendererFolder())}`,
  };
}

/** Readings of large artifacts are kept beside it, too. */
function keptReadings({ cache, out }: Config): KeepReadings {
  const folder = recordPath(cache, out).replace(/\.jsonl$/, '-readings');
  return { folder, maker: readRendererHash(rendererFolder()) };
}

/** So is what rules of health found. */
function keptFindings({ cache, out }: Config): FindingKeeper {
  const path = recordPath(cache, out).replace(/\.jsonl$/, '-findings.json');
  return new FindingKeeper(path, readRendererHash(rendererFolder()));
}

/** All settings but those that only say where things lie and how the work is done. */
function settingsOf(config: Config, indexer: string | null): string {
  const places = { artifacts: null, out: null, cache: null, history: null, configFile: null };
  return JSON.stringify({ ...config, ...places, workers: null, indexer });
}

function readStep(artifacts: ArtifactSet, folder: string, ms: number): Step {
  const bytes = artifacts.files.reduce((sum, file) => sum + file.bytes, 0);
  const manifest = artifacts.files.find(({ kind }) => kind === 'manifest');
  const versions = [
    ...(manifest?.dbtVersion ? [`dbt ${manifest.dbtVersion}`] : []),
    ...(manifest?.adapterType ? [manifest.adapterType] : []),
  ];
  return {
    verb: 'read',
    subject: `${basename(folder)}/`,
    detail: [counted(artifacts.files.length, 'file'), formatBytes(bytes), ...versions].join(' · '),
    ms,
    data: {
      folder,
      files: artifacts.files.length,
      bytes,
      dbtVersion: manifest?.dbtVersion ?? null,
    },
  };
}

function runsDetail(runs: readonly RunSummary[]): string {
  if (runs.length === 0) return '';
  const days = runs.flatMap(({ startedAt }) =>
    startedAt === null ? [] : [startedAt.slice(0, 10)],
  );
  const [first] = days.sort();
  const last = days.at(-1);
  const span = first === undefined ? [] : [first === last ? first : `${first} → ${String(last)}`];
  return [counted(runs.length, 'run'), ...span].join(' · ');
}
