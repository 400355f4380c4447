import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { EnvironmentInvalid } from '../errors/catalogue.ts';
import { SiteError } from '../errors/site-error.ts';
import { checkKeys } from './check-keys.ts';
import { checkPasswords } from './check-passwords.ts';
import type { Variables } from './environment.ts';
import type { FileCheck } from './file-check.ts';
import { readNginxSettings, type NginxSettings } from './settings.ts';
import { settingsFiles } from './settings-files.ts';

export interface NginxPlan {
  readonly env: Variables;
  /** Path of the repository's `nginx.conf`. */
  readonly conf: string;
  /** Folder to write to; it is made, and what an earlier start left in it is replaced. */
  readonly folder: string;
  /** Folder of the compiled modules for njs. */
  readonly modules: string;
}

export interface PreparedNginx {
  /** Path of the configuration to start nginx with. */
  readonly conf: string;
  /** What works, and which an operator will want to know of; full sentences. */
  readonly warnings: readonly string[];
}

/**
 * Reads the settings from the environment and writes the configuration that nginx is started with.
 *
 * @throws SiteError `EnvironmentInvalid` when a setting, or a file that one names, is wrong; nothing
 * has been written then
 */
export function prepareNginx({ env, conf, folder, modules }: NginxPlan): PreparedNginx {
  const settings = readNginxSettings(env);
  const warnings = checkAuthFile(settings);
  const files = settingsFiles(readFileSync(conf, 'utf8'), settings, modules);
  rmSync(join(folder, 'settings'), { recursive: true, force: true });
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return { conf: join(folder, 'nginx.conf'), warnings };
}

function checkAuthFile({ auth }: NginxSettings): string[] {
  if (auth.mode === 'basic') return checked('AUTH_BASIC_FILE', auth.file, checkPasswords);
  if (auth.mode === 'jwt') return checked('AUTH_JWT_KEYS_FILE', auth.keysFile, checkKeys);
  return [];
}

function checked(name: string, file: string, check: (text: string) => FileCheck): string[] {
  const { problem, warnings } = check(readSetting(name, file));
  if (problem !== null) fail(`${name} names ${file}, ${problem}.`);
  return warnings.map((warning) => `${file}: ${warning}`);
}

function readSetting(name: string, file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return fail(`${name} names ${file}, which cannot be read: ${reason}.`);
  }
}

function fail(problem: string): never {
  throw new SiteError(EnvironmentInvalid, EnvironmentInvalid.message([problem]));
}
