import { randomInt } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { collectGarbage } from '../../build/collect-garbage.ts';
import type { Config } from '../../config/load-config.ts';
import { liveSettings } from '../../live/live-settings.ts';
import { startNginx } from '../../live/nginx-process.ts';
import { type LiveEvent, supervise } from '../../live/supervise.ts';
import type { CliEffects } from '../cli-effects.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { counted, formatMs } from '../format.ts';
import { prepareNginx } from '../../nginx/prepare-nginx.ts';
import { installedMain, nginxModules } from '../installation.ts';
import { FOLDER_OPTION, folderOf, passedOn, withEnvironment } from '../live-options.ts';
import { Log } from '../log.ts';
import { parseArguments, type ParsedArguments } from '../parse-arguments.ts';
import { printable } from '../printable.ts';
import { configOf, SITE_OPTIONS } from '../site-options.ts';

const OPTIONS = {
  ...SITE_OPTIONS,
  ...FOLDER_OPTION,
  nginx: 'FILE',
  once: true,
  json: true,
  quiet: true,
} as const;

/** `dbt-workbench live`: see `help.ts`. Runs until it is interrupted, or nginx ends. */
export async function live(args: readonly string[], effects: CliEffects): Promise<ExitCode> {
  const parsed = parseArguments('live', withEnvironment(args, effects.env), OPTIONS, 1);
  const state = folderOf(parsed, effects);
  const config = configOf(effects.cwd, parsed);
  const settings = liveSettings(effects.env);
  const { flags } = parsed;
  const log = new Log(effects, { json: flags.has('json'), quiet: flags.has('quiet') });

  const conf = parsed.values.get('nginx') ?? null;
  // Before the first wait: a signal that comes now has to end both.
  const interrupted = effects.untilInterrupted();
  const ending = new AbortController();
  const signal = AbortSignal.any([interrupted, ending.signal]);
  const nginx =
    conf === null
      ? null
      : startNginx(preparedConf({ conf, root: state.root }, config, effects, log));
  const nginxEnded = nginx?.ended.then((code) => {
    ending.abort();
    return code;
  });
  interrupted.addEventListener('abort', () => nginx?.stop());

  const last = await supervise(
    {
      state,
      artifacts: config.artifacts,
      configFile: config.configFile,
      build: {
        program: process.execPath,
        args: [installedMain(), 'build', state.artifacts, ...placesOf(config, state, parsed)],
      },
      settings,
      once: flags.has('once'),
    },
    {
      clock: () => Date.now(),
      now: effects.now,
      sleep: effects.sleep,
      random: () => randomInt(1000) / 1000,
      fetch,
      collectGarbage,
      onBuildLine: (line) => {
        if (flags.has('json')) effects.stdout.write(`${line}\n`);
      },
      tell: (event) => {
        tell(event, log);
      },
    },
    signal,
  ).finally(() => nginx?.stop());
  const code = (await nginxEnded) ?? 0;
  if (nginx !== null && !interrupted.aborted) {
    log.problem('error', `nginx ended with code ${String(code)}.`, null, { code: 'NginxEnded' });
    return EXIT.failed;
  }
  return flags.has('once') && last?.kind !== 'done' ? EXIT.failed : EXIT.ok;
}

const NGINX_FOLDER = '/tmp/nginx';

/** The folder that nginx.conf names, where a word begins. */
const FOLDER_OF_IMAGE = /(?<= )\/site\b/g;

/** Writes the configuration that nginx is started with; it serves the base path of the site. */
function preparedConf(
  { conf, root }: { conf: string; root: string },
  { base }: Config,
  effects: CliEffects,
  log: Log,
): string {
  const prepared = prepareNginx({
    env: { ...effects.env, BASE_PATH: base },
    conf,
    folder: NGINX_FOLDER,
    modules: nginxModules(),
  });
  for (const warning of prepared.warnings) log.problem('warn', warning, null, { code: 'Nginx' });
  const text = readFileSync(prepared.conf, 'utf8');
  writeFileSync(
    prepared.conf,
    text.replaceAll(FOLDER_OF_IMAGE, () => root),
  );
  return prepared.conf;
}

function placesOf(
  config: Config,
  { work, cache, history }: ReturnType<typeof folderOf>,
  parsed: ParsedArguments,
): string[] {
  const places = ['--out', work, '--cache', cache];
  if (config.history === null) places.push('--no-history');
  else if (!parsed.values.has('history')) places.push('--history', history);
  return [...places, '--compress', '--live', '--json', ...passedOn(parsed)];
}

function tell(event: LiveEvent, log: Log): void {
  switch (event.kind) {
    case 'standby':
      log.problem(
        'warn',
        'Another process keeps this site up to date. Waiting for its end.',
        null,
        {
          code: 'Standby',
        },
      );
      return;
    case 'problem': {
      const { problem, nextTryMs } = event;
      const again = nextTryMs === null ? '' : ` Next try in ${formatMs(nextTryMs)}.`;
      const { code, message, hint } = problem;
      log.problem('error', printable(`${message}${again} The site stays as it was.`), hint, {
        code,
      });
      return;
    }
    case 'done': {
      const { release, result, changed_files: changed, seconds } = event.build;
      const detail = changed === null ? '' : `${counted(changed, 'file')} changed`;
      log.step({
        verb: WORDS[result],
        subject: release ?? '',
        detail: result === 'unchanged' ? '' : detail,
        ms: seconds * 1000,
        data: { release, result, changed },
      });
    }
  }
}

const WORDS = { published: 'publish', unchanged: 'same', held: 'hold', failed: 'failed' } as const;
