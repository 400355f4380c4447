import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Makes a virtual environment with the pinned packages of `requirements.txt`, from PyPI.
 *
 * dbt-core and dbt-duckdb come without their dependencies, which the list has already: dbt-core
 * 1.12 also wants an optional parser that its package downloads as a binary while it is being
 * installed, and no command here uses it.
 *
 * @param folder what lies there is replaced
 */
export function makeVenv(folder: string): void {
  process.stdout.write('installing dbt …\n');
  rmSync(folder, { recursive: true, force: true });
  execFileSync('python3', ['-m', 'venv', folder]);
  const install = (...args: string[]): void => {
    execFileSync(join(folder, 'bin', 'pip'), ['install', '--quiet', ...args]);
  };
  install('--requirement', join(import.meta.dirname, 'requirements.txt'));
  install('--no-deps', '--requirement', join(import.meta.dirname, 'requirements-dbt.txt'));
}
