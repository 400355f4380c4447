import { SiteError } from '../errors/site-error.ts';
import type { Log } from './log.ts';
import { printable } from './printable.ts';
import { UsageError } from './usage-error.ts';

/** Shows what ended a command: an expected failure with its hint, a defect with its stack. */
export function reportError(error: unknown, log: Log): void {
  if (error instanceof UsageError) {
    log.problem('error', error.message, error.hint, { code: error.name });
    return;
  }
  if (error instanceof SiteError) {
    log.problem('error', printable(error.message), error.hint, {
      code: error.name,
      file: error.file,
    });
    return;
  }
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  log.problem(
    'error',
    `This is a defect of dbt-workbench:\n${stack}`,
    'Please report it with these lines and the command that you gave.',
    { code: 'Defect' },
  );
}
