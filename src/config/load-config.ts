import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, resolve } from 'node:path';
import { ConfigInvalid, ConfigMissing, ConfigNotJson } from '../errors/catalogue.ts';
import { SiteError } from '../errors/site-error.ts';
import { checkConfig } from './check-config.ts';
import { type HealthConfig, healthConfig } from './health.ts';
import type { Brand } from './brand-schema.ts';
import { type SelectionRequest, selectionRequest } from './selection-request.ts';
import type { Repository } from './repository-schema.ts';
import type { CheckedConfig, PublishMode, RobotsMode, SearchMode, UserConfig } from './schema.ts';

export const CONFIG_FILE = 'dbt-workbench.config.json';

/** A complete configuration: every path absolute, every default filled in. */
export interface Config {
  readonly artifacts: string;
  readonly out: string;
  /** Begins and ends with a slash. */
  readonly base: string;
  /** Origin without a trailing slash. */
  readonly siteUrl: string | null;
  /** Null: the dbt project's name. */
  readonly title: string | null;
  readonly publish: PublishMode;
  readonly compress: boolean;
  readonly cache: string;
  /** Null: no runs are kept. */
  readonly history: string | null;
  /** An address, or an absolute path; null to get runs from nowhere. */
  readonly historyFrom: string | null;
  /** Null: all of them. */
  readonly keepRuns: number | null;
  readonly keepDays: number | null;
  readonly shownRuns: number;
  /** Null: never said. */
  readonly staleAfterHours: number | null;
  /** Whether `/-/status.json` tells how the site is kept up to date. */
  readonly live: boolean;
  readonly workers: number;
  readonly search: SearchMode;
  readonly packageMacros: boolean;
  /** dbt's target that statuses come from; null to find it among the runs. */
  readonly target: string | null;
  readonly selection: SelectionRequest;
  readonly health: HealthConfig;
  readonly robots: RobotsMode;
  readonly markdown: boolean;
  /** Null: pages have no links to the code. */
  readonly repository: Repository | null;
  /** Paths are absolute. */
  readonly brand: Brand;
  /** The file that was read, absolute; null when there is none. */
  readonly configFile: string | null;
}

/**
 * Reads the configuration file, if there is one, and lays the command line over it.
 *
 * @param flags what the command line says; its paths are relative to `cwd`
 * @param file what `--config` names; without it `dbt-workbench.config.json` in `cwd` is read if it exists
 * @throws SiteError `ConfigMissing`, `ConfigNotJson` or `ConfigInvalid`
 */
export function loadConfig(cwd: string, flags: UserConfig, file: string | null): Config {
  const fromFlags = absolute(checkConfig(flags, 'The command line', flagOf), cwd);
  const configFile = resolve(cwd, file ?? CONFIG_FILE);
  const text = readText(configFile, file !== null);
  const fromFile = text === null ? {} : absolute(parse(text, configFile), dirname(configFile));
  const merged = { ...fromFile, ...fromFlags };
  const { origin, base } = addressOf(merged);
  const cache = merged.cache ?? resolve(cwd, '.dbt-workbench');
  return {
    artifacts: merged.artifacts ?? resolve(cwd, 'target'),
    out: merged.out ?? resolve(cwd, 'site'),
    base,
    siteUrl: origin,
    title: merged.title ?? null,
    publish: merged.publish ?? 'redacted',
    compress: merged.compress ?? false,
    cache,
    history: merged.history === false ? null : (merged.history ?? `${cache}-history`),
    historyFrom: merged.historyFrom ?? null,
    keepRuns: merged.keepRuns ?? null,
    keepDays: merged.keepDays ?? null,
    shownRuns: merged.shownRuns ?? 1000,
    staleAfterHours: merged.staleAfterHours === false ? null : (merged.staleAfterHours ?? 48),
    live: merged.live ?? false,
    workers: merged.workers ?? Math.min(availableParallelism(), 4),
    search: merged.search ?? 'text',
    packageMacros: merged.packageMacros ?? false,
    target: merged.target ?? null,
    selection: selectionRequest(merged),
    health: healthConfig(merged.health),
    robots: merged.robots ?? 'noindex',
    markdown: merged.markdown ?? true,
    repository: merged.repository ?? null,
    brand: brandOf(merged),
    configFile: text === null ? null : configFile,
  };
}

/** How an option is written on the command line: `siteUrl` is `--site-url`. */
export function flagOf(key: string): string {
  return `--${key.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

function readText(file: string, mustExist: boolean): string | null {
  try {
    // Editors on Windows put a byte-order mark first, which JSON.parse rejects.
    return readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    if (isMissing && !mustExist) return null;
    if (isMissing) throw new SiteError(ConfigMissing, ConfigMissing.message(file));
    throw new SiteError(ConfigNotJson, ConfigNotJson.message(file, String(error)));
  }
}

function parse(text: string, file: string): CheckedConfig {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    throw new SiteError(ConfigNotJson, ConfigNotJson.message(file, problem));
  }
  return checkConfig(value, file);
}

const PATHS = [
  'artifacts',
  'out',
  'cache',
  'state',
  'logo',
  'logoDark',
  'favicon',
  'preview',
  'stylesheet',
] as const satisfies readonly (keyof CheckedConfig)[];

function brandOf(config: CheckedConfig): Brand {
  const { logo, logoDark, favicon, preview, accent, footer, links, stylesheet } = config;
  return { logo, logoDark, favicon, preview, accent, footer, links, stylesheet };
}

function absolute(config: CheckedConfig, folder: string): CheckedConfig {
  const paths: CheckedConfig = {};
  for (const key of PATHS) {
    if (config[key] !== undefined) paths[key] = resolve(folder, config[key]);
  }
  const { history, historyFrom } = config;
  if (typeof history === 'string') paths.history = resolve(folder, history);
  if (historyFrom !== undefined && !/^https?:/i.test(historyFrom)) {
    paths.historyFrom = resolve(folder, historyFrom);
  }
  return { ...config, ...paths };
}

/** Origin and base path; the path of `siteUrl` is the base unless one is given. */
function addressOf(config: CheckedConfig): { origin: string | null; base: string } {
  if (config.siteUrl === undefined) return { origin: null, base: config.base ?? '/' };
  const url = new URL(config.siteUrl);
  const { base } = checkConfig({ base: url.pathname }, 'The path of siteUrl');
  if (config.base !== undefined && base !== '/' && base !== config.base) {
    const problem = `the path of "siteUrl" is ${String(base)}, but "base" is ${config.base}.`;
    throw new SiteError(ConfigInvalid, ConfigInvalid.message('The configuration', [problem]));
  }
  return { origin: url.origin, base: config.base ?? base ?? '/' };
}
