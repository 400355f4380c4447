import { heldRelease, listReleases, shownRelease } from '../../build/publish/releases.ts';
import { resume, rollBack } from '../../build/publish/roll-back.ts';
import { formatTime } from '../../view/format-time.ts';
import type { CliEffects } from '../cli-effects.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { FOLDER_OPTION, folderOf } from '../live-options.ts';
import { Log } from '../log.ts';
import { parseArguments } from '../parse-arguments.ts';
import { UsageError } from '../usage-error.ts';

const OPTIONS = { ...FOLDER_OPTION, json: true } as const;

/** `dbt-workbench releases`: see `help.ts`. */
export function releases(args: readonly string[], effects: CliEffects): ExitCode {
  const parsed = parseArguments('releases', args, OPTIONS, 0);
  const state = folderOf(parsed, effects);
  const log = new Log(effects, { json: parsed.flags.has('json'), quiet: false });
  const [shown, held] = [shownRelease(state), heldRelease(state)];
  const list = listReleases(state).reverse();
  for (const { id, madeAt } of list) {
    const at = new Date(madeAt).toISOString();
    const marks = [...(id === shown ? ['shown'] : []), ...(id === held ? ['held'] : [])];
    log.data({ id, made_at: at, shown: id === shown, held: id === held });
    log.line(`${id.padEnd(16)} ${formatTime(at)}  ${marks.join(', ')}`.trimEnd());
  }
  if (list.length === 0) log.line('There is no release.');
  return EXIT.ok;
}

/** `dbt-workbench rollback`: see `help.ts`. Expected failures are thrown. */
export function rollback(args: readonly string[], effects: CliEffects): ExitCode {
  const parsed = parseArguments('rollback', args, { ...OPTIONS, off: true }, 1);
  const state = folderOf(parsed, effects);
  const log = new Log(effects, { json: parsed.flags.has('json'), quiet: false });
  const [wanted = null] = parsed.positionals;
  if (parsed.flags.has('off')) {
    if (wanted !== null) {
      throw new UsageError(
        '--off shows the newest release, and takes no other.',
        'Run `dbt-workbench help rollback` for its options.',
      );
    }
    const newest = resume(state);
    log.data({ event: 'rollback', shown: newest, held: false });
    log.line(
      newest === null ? 'There is no release.' : `${newest} is shown, and newer ones will be.`,
    );
    return EXIT.ok;
  }
  const id = rollBack(state, wanted);
  log.data({ event: 'rollback', shown: id, held: true });
  log.line(`${id} is shown, and stays. \`dbt-workbench rollback --off\` shows the newest again.`);
  return EXIT.ok;
}
