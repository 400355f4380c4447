/**
 * Every check and every test, for `npm test`. A failed check does not keep the others from running;
 * without a compiled renderer only the tests that need none are run. The last line says how many
 * passed and failed, and the exit code is 1 when anything failed.
 */
import { spawnSync } from 'node:child_process';
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

function step(name: string, ...args: string[]): Step {
  console.log(`\n— ${name}`);
  const command = ['run', '--silent', name, ...(args.length > 0 ? ['--', ...args] : [])];
  const { status } = spawnSync('npm', command, { stdio: ['ignore', 'inherit', 'inherit'] });
  return { name, ok: status === 0, report: null };
}

function testStep(name: string): Step {
  mkdirSync(REPORT_FOLDER, { recursive: true });
  rmSync(REPORT, { force: true });
  const ran = step(name, '--reporter=default', '--reporter=json', `--outputFile.json=${REPORT}`);
  return { ...ran, report: readReport() };
}

function readReport(): TestReport | null {
  try {
    return JSON.parse(readFileSync(REPORT, 'utf8')) as TestReport;
  } catch {
    return null;
  }
}

const checks = CHECKS.map((name) => step(name));
const compile = step('compile');
const tests = testStep(compile.ok ? 'test:vitest' : 'test:unit');
const steps = [...checks, compile, tests];

const failed = steps.filter(({ ok }) => !ok).map(({ name }) => name);
if (failed.length > 0) console.log(`\nfailed: ${failed.join(', ')}`);
const total = tally(steps);
console.log(`\n${closingLine(total)}`);
process.exitCode = total.failed === 0 ? 0 : 1;
