import { resolve } from 'node:path';
import { stateFolder, type StateFolder } from '../build/publish/state-folder.ts';
import type { CliEffects } from './cli-effects.ts';
import type { ParsedArguments } from './parse-arguments.ts';
import { SITE_OPTIONS } from './site-options.ts';
import { UsageError } from './usage-error.ts';

/** The option of all commands about a folder of releases. */
export const FOLDER_OPTION = { folder: 'DIR' } as const;

const VARIABLE = 'SITE_FOLDER';

/** @throws UsageError when neither the command line nor the environment names the folder */
export function folderOf(
  { values }: ParsedArguments,
  { cwd, env }: Pick<CliEffects, 'cwd' | 'env'>,
): StateFolder {
  const given = values.get('folder') ?? env[VARIABLE] ?? '';
  if (given === '') {
    throw new UsageError(
      'There is no folder of releases.',
      `Give it with --folder, or in the variable ${VARIABLE}.`,
    );
  }
  return stateFolder(resolve(cwd, given));
}

/** What `live` decides. The history may lie elsewhere, where it is shared with other builds. */
const DECIDED: ReadonlySet<string> = new Set(['out', 'cache', 'no-history', 'compress', 'live']);

/** The options that a build gets from the command line of `live`. */
export function passedOn({ flags, values }: ParsedArguments): string[] {
  return Object.entries(SITE_OPTIONS).flatMap(([name, value]) => {
    if (DECIDED.has(name)) return [];
    if (value === true) return flags.has(name) ? [`--${name}`] : [];
    const given = values.get(name);
    return given === undefined ? [] : [`--${name}=${given}`];
  });
}

/** What the environment says of the site, as options that the command line does not give. */
export function withEnvironment(args: readonly string[], env: CliEffects['env']): string[] {
  const given = [
    ['--base', env.BASE_PATH],
    ['--site-url', env.SITE_URL],
    ['--title', env.SITE_TITLE],
    ['--config', env.SITE_CONFIG],
  ] as const;
  return given.reduce(
    (all, [option, value = '']) =>
      value === '' || args.some((arg) => arg === option || arg.startsWith(`${option}=`))
        ? all
        : [...all, `${option}=${value}`],
    [...args],
  );
}
