import { OutputNotWritable } from '../errors/catalogue.ts';
import { SiteError } from '../errors/site-error.ts';

/**
 * What a failure of the file system is to the user: an expected error that names the file. Anything
 * else is returned as it is, a defect.
 */
export function notWritable(file: string, error: unknown): Error {
  if (!(error instanceof Error)) return new Error(String(error));
  if (error instanceof SiteError || !('code' in error) || !('syscall' in error)) return error;
  return new SiteError(OutputNotWritable, OutputNotWritable.message(file, error.message));
}
