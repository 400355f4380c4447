import type { z } from 'zod';
import { ConfigInvalid } from '../errors/catalogue.ts';
import { SiteError } from '../errors/site-error.ts';
import { nearestName } from './nearest-name.ts';
import { ConfigSchema, configKeysAt, type CheckedConfig } from './schema.ts';

/**
 * Checks a configuration.
 *
 * @param source what the message names: the file, or "The command line"
 * @param nameOf how the source writes a key
 * @throws SiteError `ConfigInvalid` that names every mistake
 */
export function checkConfig(
  value: unknown,
  source: string,
  nameOf: (key: string) => string = (key) => `"${key}"`,
): CheckedConfig {
  const result = ConfigSchema.safeParse(value);
  if (result.success) return result.data;
  const problems = result.error.issues.flatMap((issue) => problemsOf(issue, nameOf));
  throw new SiteError(ConfigInvalid, ConfigInvalid.message(source, problems));
}

function problemsOf(issue: z.core.$ZodIssue, nameOf: (key: string) => string): string[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => {
      const nearest = nearestName(key, configKeysAt(issue.path));
      const guess = nearest === null ? '' : ` Did you mean ${nameOf(nearest)}?`;
      return `${nameOf(pathText([...issue.path, key]))} is not an option.${guess}`;
    });
  }
  if (issue.path.length === 0) return ['the configuration must be an object.'];
  return [`${nameOf(pathText(issue.path))} ${issue.message}.`];
}

/** `links[0].href`: as one would write it in JavaScript. */
function pathText(path: readonly PropertyKey[]): string {
  return path
    .map((key, at) => (typeof key === 'number' ? `[${key}]` : `${at > 0 ? '.' : ''}${String(key)}`))
    .join('');
}
