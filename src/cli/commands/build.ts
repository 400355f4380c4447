import { basename, relative } from 'node:path';
import { buildSite, type BuildReport } from '../../build/build-site.ts';
import { HOST_LIMITS, hostFindings, type Host } from '../../build/host-limits.ts';
import type { Glance } from '../../build/glance.ts';
import type { PreparedWorker } from '../../build/prepared-worker.ts';
import type { Config } from '../../config/load-config.ts';
import type { Diagnostic } from '../../errors/diagnostic.ts';
import type { CliEffects } from '../cli-effects.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { counted, formatBytes, formatCount, formatMs } from '../format.ts';
import type { LoadedSite } from '../load-site.ts';
import { Log, seconds } from '../log.ts';
import { parseArguments } from '../parse-arguments.ts';
import { printable } from '../printable.ts';
import { configOf, SITE_OPTIONS } from '../site-options.ts';
import { UsageError } from '../usage-error.ts';

const OPTIONS = {
  ...SITE_OPTIONS,
  strict: true,
  host: 'NAME',
  force: true,
  json: true,
  quiet: true,
} as const;
const PATIENCE_MS = 30_000;

/** `dbt-workbench build`: see `help.ts`. Expected failures are thrown. */
export async function build(args: readonly string[], effects: CliEffects): Promise<ExitCode> {
  const parsed = parseArguments('build', args, OPTIONS, 1);
  const config = configOf(effects.cwd, parsed);
  const log = new Log(effects, {
    json: parsed.flags.has('json'),
    quiet: parsed.flags.has('quiet'),
  });
  const host = hostOf(parsed.values.get('host') ?? hostByEnvironment(effects.env));
  const began = effects.now();
  const { loaded, report } = await buildOnce(config, parsed.flags.has('force'), effects, log);
  const ms = effects.now() - began;
  log.data({ event: 'done', ...figures(report), seconds: seconds(ms) });
  log.line(`done in ${formatMs(ms)}`);
  const limits = host === null ? [] : hostFindings(host, report);
  for (const { severity, code, message, hint, file } of limits) {
    log.problem(severity === 'error' ? 'error' : 'warn', printable(message), hint, { code, file });
  }
  if (limits.some(isError)) return EXIT.findings;
  const isStrict = parsed.flags.has('strict');
  if (report.diagnostics.length > 0 || loaded.historyDiagnostics.some(isError))
    return EXIT.findings;
  return isStrict && loaded.diagnostics.some(isFinding) ? EXIT.findings : EXIT.ok;
}

/** @throws UsageError */
function hostOf(name: string | null): Host | null {
  if (name === null) return null;
  if (isHost(name)) return name;
  throw new UsageError(
    `There is no host ${JSON.stringify(name)}.`,
    `Give one of ${Object.keys(HOST_LIMITS).join(', ')} with --host.`,
  );
}

function isHost(name: string): name is Host {
  return Object.hasOwn(HOST_LIMITS, name);
}

/** Builders of hosts say where they are. */
function hostByEnvironment(env: CliEffects['env']): Host | null {
  if (env.CF_PAGES === '1') return 'cloudflare-pages';
  return env.NETLIFY === 'true' ? 'netlify' : null;
}

/** Reads, plans and builds once, and says so. */
export async function buildOnce(
  config: Config,
  force: boolean,
  effects: CliEffects,
  log: Log,
): Promise<{ loaded: LoadedSite; report: BuildReport }> {
  const prepared = effects.build.prepareWorker(effects.rendererDir);
  try {
    return await buildWith(prepared, config, force, effects, log);
  } finally {
    await prepared.drop();
  }
}

async function buildWith(
  prepared: PreparedWorker,
  config: Config,
  force: boolean,
  effects: CliEffects,
  log: Log,
): Promise<{ loaded: LoadedSite; report: BuildReport }> {
  let glance: Glance | null = null;
  const loaded = await effects.loadSite(
    config,
    (step) => {
      log.step(step);
      // Reading keeps all processors busy of a machine that has few; what comes next keeps one.
      if (step.verb === 'read') glance = prepared.glanceAt(config.out, config.cache);
    },
    'update',
  );
  for (const warning of loaded.warnings) log.problem('warn', printable(warning), null, {});
  warnOf(loaded.diagnostics, log);
  tellHistory(loaded.historyDiagnostics, log);
  const report = await buildSite(
    loaded.outputs,
    {
      out: config.out,
      artifacts: config.artifacts,
      cacheDir: config.cache,
      rendererDir: effects.rendererDir,
      site: loaded.site,
      workers: config.workers,
      compress: config.compress,
      force,
      patienceMs: PATIENCE_MS,
      glance,
      prepared,
    },
    {
      ...effects.build,
      progress: (made) => {
        log.progress('render', counted(made, 'file'));
      },
      lock: {
        ...effects.build.lock,
        waiting: (pid) => {
          const message = `Another build (process ${String(pid)}) is writing to this folder. Waiting for it.`;
          log.problem('warn', message, null, { code: 'OutputLocked' });
        },
      },
    },
  );
  describe(config, report, effects, log);
  return { loaded, report };
}

function isFinding({ severity }: Diagnostic): boolean {
  return severity !== 'info';
}

function isError({ severity }: Diagnostic): boolean {
  return severity === 'error';
}

function tellHistory(diagnostics: readonly Diagnostic[], log: Log): void {
  for (const { severity, code, file, message, hint } of diagnostics) {
    if (severity === 'info') {
      log.step({ verb: 'note', subject: printable(message), detail: '', ms: null, data: { code } });
    } else {
      log.problem(severity === 'error' ? 'error' : 'warn', printable(message), hint, {
        code,
        file,
      });
    }
  }
}

function warnOf(diagnostics: readonly Diagnostic[], log: Log): void {
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  const warnings = diagnostics.filter(({ severity }) => severity === 'warning').length;
  if (errors + warnings === 0) return;
  const found = [
    ...(errors > 0 ? [counted(errors, 'error')] : []),
    ...(warnings > 0 ? [counted(warnings, 'warning')] : []),
  ];
  const message = `${found.join(' and ')} in the artifacts, see: dbt-workbench check`;
  log.problem('warn', message, null, { errors, warnings });
}

function describe(config: Config, report: BuildReport, effects: CliEffects, log: Log): void {
  const { made, reused, removed } = report;
  const changes = [
    `${formatCount(made)} made`,
    ...(reused > 0 ? [`${formatCount(reused)} unchanged`] : []),
    ...(removed > 0 ? [`${formatCount(removed)} removed`] : []),
  ];
  log.step({
    verb: 'render',
    subject: `${counted(report.pages, 'page')} · ${formatCount(report.json)} JSON`,
    detail: changes.join(' · '),
    ms: report.renderMs,
    data: { pages: report.pages, json: report.json, made, reused, removed },
  });
  const { largestPage } = report;
  const largest =
    largestPage === null
      ? []
      : [`largest ${pageName(largestPage.file)} ${formatBytes(largestPage.bytes)}`];
  const out = relative(effects.cwd, config.out) || basename(config.out);
  log.step({
    verb: 'write',
    subject: `${out.startsWith('..') ? config.out : out}/`,
    detail: [counted(report.files, 'file'), formatBytes(report.bytes), ...largest].join(' · '),
    ms: report.writeMs,
    data: { out: config.out, files: report.files, bytes: report.bytes, largestPage },
  });
  if (report.foreign > 0) {
    const message = `${counted(report.foreign, 'file')} in the folder ${report.foreign === 1 ? 'is' : 'are'} not part of the site, and stayed.`;
    log.step({
      verb: 'note',
      subject: message,
      detail: '',
      ms: null,
      data: { foreign: report.foreign },
    });
  }
  for (const { code, message, hint, file } of report.diagnostics) {
    log.problem('error', printable(message), hint, { code, file });
  }
}

function pageName(file: string): string {
  return file.replace(/\/?index\.html$/, '') || '/';
}

function figures(report: BuildReport): object {
  const { diagnostics, renderMs, writeMs, ...rest } = report;
  return {
    ...rest,
    renderSeconds: seconds(renderMs),
    writeSeconds: seconds(writeMs),
    errors: diagnostics.length,
  };
}
