import { resolve } from 'node:path';
import { loadConfig } from '../../config/load-config.ts';
import type { Diagnostic } from '../../errors/diagnostic.ts';
import type { CliEffects } from '../cli-effects.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { counted, formatCount } from '../format.ts';
import { Log } from '../log.ts';
import { parseArguments } from '../parse-arguments.ts';
import { printable } from '../printable.ts';
import { UsageError } from '../usage-error.ts';

const OPTIONS = { history: 'DIR', cache: 'DIR', config: 'FILE', json: true, quiet: true } as const;
const MOST_FOLDERS = 1000;
const SHOWN_PROBLEMS = 20;

/** `dbt-workbench import`: see `help.ts`. Expected failures are thrown. */
export async function importHistory(
  args: readonly string[],
  effects: CliEffects,
): Promise<ExitCode> {
  const parsed = parseArguments('import', args, OPTIONS, MOST_FOLDERS);
  const { positionals, values, flags } = parsed;
  if (positionals.length === 0) {
    throw new UsageError(
      'There is no folder to import.',
      'Give one or more: dbt-workbench import old-artifacts',
    );
  }
  const [history, cache] = [values.get('history'), values.get('cache')];
  const config = loadConfig(
    effects.cwd,
    { ...(history === undefined ? {} : { history }), ...(cache === undefined ? {} : { cache }) },
    values.get('config') ?? null,
  );
  if (config.history === null) {
    throw new UsageError(
      'There is no history to import to: the configuration switches it off.',
      'Give its folder with --history.',
    );
  }
  const log = new Log(effects, { json: flags.has('json'), quiet: flags.has('quiet') });
  const began = effects.now();
  const { importFolders } = await import('../import-folders.ts');
  const { imported, files, unusable, diagnostics } = await importFolders(
    positionals.map((folder) => resolve(effects.cwd, folder)),
    { history: config.history, cache: config.cache },
    (runs) => {
      log.progress('import', counted(runs, 'run'));
    },
  );
  tellProblems(diagnostics, log);
  const { added, changed, known, duplicates } = imported;
  log.step({
    verb: 'import',
    subject: counted(added, 'run'),
    detail: [
      counted(files, 'file'),
      ...(known > 0 ? [`${formatCount(known)} known already`] : []),
      ...(changed > 0 ? [`${formatCount(changed)} completed`] : []),
      ...(duplicates > 0 ? [counted(duplicates, 'duplicate')] : []),
      ...(unusable > 0 ? [`${formatCount(unusable)} unusable`] : []),
    ].join(' · '),
    ms: effects.now() - began,
    data: { history: config.history, files, unusable, ...imported },
  });
  return diagnostics.some(({ severity }) => severity === 'error') ? EXIT.findings : EXIT.ok;
}

function tellProblems(diagnostics: readonly Diagnostic[], log: Log): void {
  const problems = diagnostics.filter(({ severity }) => severity !== 'info');
  for (const { severity, code, file, message, hint } of problems.slice(0, SHOWN_PROBLEMS)) {
    const verb = severity === 'error' ? 'error' : 'warn';
    log.problem(verb, printable(`${file}: ${message}`), hint, { code, file });
  }
  if (problems.length <= SHOWN_PROBLEMS) return;
  const left = problems.length - SHOWN_PROBLEMS;
  log.problem('warn', `And ${counted(left, 'problem')} more.`, null, { left });
}
