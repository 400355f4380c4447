import { readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { loadConfig } from '../../config/load-config.ts';
import { SiteFolderMissing } from '../../errors/catalogue.ts';
import { SiteError } from '../../errors/site-error.ts';
import type { CliEffects } from '../cli-effects.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { Log } from '../log.ts';
import { parseArguments } from '../parse-arguments.ts';
import { startPreview, type PreviewServer } from '../preview/preview-server.ts';
import { reportError } from '../report-error.ts';
import { portOf } from '../site-options.ts';

const OPTIONS = { port: 'N', base: '/path/', config: 'FILE', json: true, quiet: true } as const;
export const FIRST_PORT = 8080;

/** `dbt-workbench serve`: see `help.ts`. Runs until it is interrupted. */
export async function serve(args: readonly string[], effects: CliEffects): Promise<ExitCode> {
  const parsed = parseArguments('serve', args, OPTIONS, 1);
  const [folder] = parsed.positionals;
  const base = parsed.values.get('base');
  const file = parsed.values.get('config') ?? null;
  const config = loadConfig(effects.cwd, base === undefined ? {} : { base }, file);
  const root = folder === undefined ? config.out : resolve(effects.cwd, folder);
  if (statSync(join(root, 'index.html'), { throwIfNoEntry: false }) === undefined) {
    throw new SiteError(SiteFolderMissing, SiteFolderMissing.message(root));
  }
  const log = new Log(effects, {
    json: parsed.flags.has('json'),
    quiet: parsed.flags.has('quiet'),
  });
  const stop = effects.untilInterrupted();
  const port = portOf(parsed) ?? FIRST_PORT;
  const site = { root, base: base === undefined ? (builtBase(root) ?? config.base) : config.base };
  const server = await servePreview(site, port, log);
  await untilAborted(stop);
  await server.close();
  return EXIT.ok;
}

/** Starts the preview and says where it is. */
export async function servePreview(
  site: { root: string; base: string },
  port: number,
  log: Log,
): Promise<PreviewServer> {
  const server = await startPreview(site, port, (error) => {
    reportError(error, log);
  });
  log.step({
    verb: 'serve',
    subject: server.url,
    detail: 'Ctrl+C to stop',
    ms: null,
    data: { url: server.url },
  });
  return server;
}

/** Resolves when the signal is aborted. */
export function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((done) => {
    if (signal.aborted) done();
    signal.addEventListener('abort', () => {
      done();
    });
  });
}

/** The base that the site was built for, as its build.json says. */
function builtBase(root: string): string | null {
  try {
    const build = JSON.parse(readFileSync(join(root, 'build.json'), 'utf8')) as { base?: unknown };
    return typeof build.base === 'string' && /^\/(.*\/)?$/.test(build.base) ? build.base : null;
  } catch {
    return null;
  }
}
