/**
 * Every check and every test, for `npm test`. A failed check does not keep the others from running;
 * without a compiled renderer only the tests that need none are run. The last line says how many
 * passed and failed, and the exit code is 1 when anything failed.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { closingLine, tally, type Step, type TestReport } from './tally.ts';

const CHECKS = [
  'check:types',
  'check:lint',
  'check:format',
  'check:arrows',
  'check:colours',
  'check:dead-code',
];
const REPORT_FOLDER = 'node_modules/.cache/dbt-workbench';
const REPORT = `${REPORT_FOLDER}/tests.json`;

async function step(name: string, ...args: string[]): Promise<Step> {
  console.log(`\n— ${name}`);
  const command = ['run', '--silent', name, ...(args.length > 0 ? ['--', ...args] : [])];
  // Not spawnSync: it was seen to take a whole core for an hour after its parent had been killed.
  const child = spawn('npm', command, { stdio: ['ignore', 'inherit', 'inherit'] });
  const ended: unknown[] = await once(child, 'exit');
  return { name, ok: ended[0] === 0, report: null };
}

async function testStep(name: string): Promise<Step> {
  mkdirSync(REPORT_FOLDER, { recursive: true });
  rmSync(REPORT, { force: true });
  const ran = await step(
    name,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${REPORT}`,
  );
  return { ...ran, report: readReport() };
}

function readReport(): TestReport | null {
  try {
    return JSON.parse(readFileSync(REPORT, 'utf8')) as TestReport;
  } catch {
    return null;
  }
}

const checks: Step[] = [];
for (const name of CHECKS) checks.push(await step(name));
const compile = await step('compile');
const tests = await testStep(compile.ok ? 'test:vitest' : 'test:unit');
const steps = [...checks, compile, tests];

const failed = steps.filter(({ ok }) => !ok).map(({ name }) => name);
if (failed.length > 0) console.log(`\nfailed: ${failed.join(', ')}`);
const total = tally(steps);
console.log(`\n${closingLine(total)}`);
process.exitCode = total.failed === 0 ? 0 : 1;
