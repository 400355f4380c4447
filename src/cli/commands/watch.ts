import { artifactsFingerprint, untilArtifactsSettle } from '../../build/watch-artifacts.ts';
import { SiteError } from '../../errors/site-error.ts';
import type { CliEffects } from '../cli-effects.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { Log } from '../log.ts';
import { parseArguments } from '../parse-arguments.ts';
import { reportError } from '../report-error.ts';
import { configOf, SITE_OPTIONS, portOf } from '../site-options.ts';
import { buildOnce } from './build.ts';
import { FIRST_PORT, servePreview } from './serve.ts';

const OPTIONS = { ...SITE_OPTIONS, port: 'N', force: true, json: true, quiet: true } as const;
const LOOK_EVERY_MS = 500;

/** `dbt-workbench watch`: see `help.ts`. Runs until it is interrupted. */
export async function watch(args: readonly string[], effects: CliEffects): Promise<ExitCode> {
  const parsed = parseArguments('watch', args, OPTIONS, 1);
  const config = configOf(effects.cwd, parsed);
  const log = new Log(effects, {
    json: parsed.flags.has('json'),
    quiet: parsed.flags.has('quiet'),
  });
  const port = portOf(parsed) ?? FIRST_PORT;
  const force = parsed.flags.has('force');
  const stop = effects.untilInterrupted();
  const look = (): string => artifactsFingerprint(config.artifacts);

  const server = await servePreview({ root: config.out, base: config.base }, port, log);
  try {
    // What the site shows; a build that failed is not tried again before something changes.
    let built = '';
    for (let next: string | null = look(); next !== null;) {
      built = next;
      try {
        await buildOnce(config, force, effects, log);
      } catch (error) {
        reportError(error, log);
        // A folder that must not be written will not become better by waiting.
        if (error instanceof SiteError && HOPELESS.has(error.name)) return EXIT.failed;
        log.line('The site stays as it was.');
      }
      log.line('watching for changes', 'faint');
      next = await untilArtifactsSettle(
        built,
        look,
        () => effects.sleep(LOOK_EVERY_MS, stop),
        stop,
      );
    }
  } finally {
    await server.close();
  }
  return EXIT.ok;
}

const HOPELESS = new Set(['OutputRefused', 'OutputNotOurs', 'RendererMissing']);
