import { execFile, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The compiled command line, as the package's `bin` names it. `npm run compile` makes it. */
export const MAIN = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));

/** Runs the compiled command line to its end, without colours. */
export function runDbtWorkbench(
  args: readonly string[],
  cwd: string,
  main: string = MAIN,
): { code: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', NODE_ENV: undefined },
    timeout: 150_000,
  });
  return { code: status, stdout, stderr };
}

/** As {@link runDbtWorkbench}, while the test goes on: it can be the server that the command line asks. */
export function startDbtWorkbench(
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
): Promise<{ code: number | null; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    const options = {
      cwd,
      env: { ...process.env, NO_COLOR: '1', NODE_ENV: undefined, ...env },
      timeout: 150_000,
    };
    const child = execFile(process.execPath, [MAIN, ...args], options, (_error, stdout, stderr) => {
      resolve({ code: child.exitCode, stdout, stderr });
    });
  });
}
