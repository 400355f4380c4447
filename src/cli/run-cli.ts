import { nearestName } from '../config/nearest-name.ts';
import type { CliEffects } from './cli-effects.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { commandNames, helpText } from './help.ts';
import { Log } from './log.ts';
import { reportError } from './report-error.ts';
import { UsageError } from './usage-error.ts';

/**
 * Runs one command line.
 *
 * @param argv without the program's name: `['build', 'target', '--out', 'site']`
 * @returns the exit code; nothing is thrown
 */
export async function runCli(argv: readonly string[], effects: CliEffects): Promise<ExitCode> {
  try {
    return await dispatch(argv, effects);
  } catch (error) {
    reportError(error, new Log(effects, { json: argv.includes('--json'), quiet: false }));
    return EXIT.failed;
  }
}

async function dispatch(argv: readonly string[], effects: CliEffects): Promise<ExitCode> {
  const [command = 'help', ...args] = argv;
  const wantsHelp = args.includes('--help') || args.includes('-h');
  if (command === '--help' || command === '-h' || command === 'help' || wantsHelp) {
    return help(wantsHelp ? command : (args[0] ?? null), effects);
  }
  switch (command) {
    case 'build':
      return (await import('./commands/build.ts')).build(args, effects);
    case 'check':
      return (await import('./commands/check.ts')).check(args, effects);
    case 'import':
      return (await import('./commands/import.ts')).importHistory(args, effects);
    case 'init':
      return (await import('./commands/init.ts')).init(args, effects);
    case 'live':
      return (await import('./commands/live.ts')).live(args, effects);
    case 'ls':
      return (await import('./commands/ls.ts')).ls(args, effects);
    case 'releases':
      return (await import('./commands/releases.ts')).releases(args, effects);
    case 'rollback':
      return (await import('./commands/releases.ts')).rollback(args, effects);
    case 'serve':
      return (await import('./commands/serve.ts')).serve(args, effects);
    case 'watch':
      return (await import('./commands/watch.ts')).watch(args, effects);
    case 'version':
    case '--version':
    case '-v':
      effects.stdout.write(`${effects.version}\n`);
      return EXIT.ok;
    default:
      throw unknownCommand(command);
  }
}

function help(command: string | null, effects: CliEffects): ExitCode {
  const text = helpText(command);
  if (text === null) throw unknownCommand(command ?? '');
  effects.stdout.write(text);
  return EXIT.ok;
}

function unknownCommand(command: string): UsageError {
  const nearest = nearestName(command, commandNames);
  const list = 'Run `dbt-workbench help` for the list of commands.';
  return new UsageError(
    `There is no command ${JSON.stringify(command)}.`,
    nearest === null ? list : `Did you mean ${nearest}? ${list}`,
  );
}
