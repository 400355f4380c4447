/**
 * Holds `dbt-workbench ls` against real `dbt ls`, on the sample project and many selections.
 *
 *     node scripts/compare-selectors.ts [--venv DIR]
 *
 * Needs python3 and PyPI for a virtual environment with dbt, or `--venv` with one that has it. An
 * older state of the project, for `state:` and `result:`, is made from the steps of its story.
 * Exits with 1 when any two sets differ.
 */
import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadSelection } from '../src/cli/load-selection.ts';
import { parseArguments } from '../src/cli/parse-arguments.ts';
import { configOf, SELECTION_OPTIONS } from '../src/cli/site-options.ts';
import { UsageError } from '../src/cli/usage-error.ts';
import { makeVenv } from './sample/make-venv.ts';
import { CASES, type SelectionCase } from './selectors/cases.ts';

const SAMPLES = join(import.meta.dirname, '..', 'sample_artifacts');
const STEPS = join(import.meta.dirname, 'sample', 'steps');
const DRIVER = join(import.meta.dirname, 'selectors', 'list_selected.py');
/** Types that dbt lists only when asked for them. */
const ON_REQUEST = ['analysis', 'operation'];

const { values } = parseArgs({ options: { venv: { type: 'string' } } });
const folder = mkdtempSync(join(tmpdir(), 'selectors-'));
const venv = values.venv ?? join(folder, 'venv');
const python = join(venv, 'bin', 'python');
const project = join(folder, 'project');
const older = join(folder, 'older');

try {
  if (!existsSync(python)) makeVenv(venv);
  layProjects();
  process.exitCode = await compare();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** The project as it is, and as it was before some changes; both parsed by dbt. */
function layProjects(): void {
  cpSync(join(SAMPLES, 'project'), project, { recursive: true });
  cpSync(project, older, { recursive: true });
  for (const step of ['before-dedup', 'contract-break']) {
    const from = join(STEPS, step);
    for (const file of readdirSync(from, { recursive: true, encoding: 'utf8' })) {
      if (file.endsWith('.absent')) rmSync(join(older, file.slice(0, -'.absent'.length)));
      else if (/\.\w+$/.test(file)) copyFileSync(join(from, file), join(older, file));
    }
  }
  const edit = (file: string, from: string | RegExp, to: string): void => {
    const path = join(older, file);
    const text = readFileSync(path, 'utf8');
    const changed = text.replace(from, to);
    if (changed === text) throw new Error(`${file} holds nothing to change.`);
    writeFileSync(path, changed);
  };
  appendFileSync(join(older, 'macros/money.sql'), '\n{% macro of_older_days() %}1{% endmacro %}\n');
  edit('macros/money.sql', /\{% macro (\w+)\(([^)]*)\) -?%\}/, '$&{# as it was #}');
  edit('dbt_project.yml', '+schema: intermediate', '+schema: between');
  edit('models/marts/finance/fin_vat_report.sql', /^/, "{{ config(tags=['a_tag']) }}\n");
  edit('models/marts/core/dim_stores.sql', /^/, "{{ config(on_schema_change='fail') }}\n");
  rmSync(join(older, 'models/marts/roasting/roast_gas_daily.sql'));
  for (const place of [project, older]) {
    const { status, stderr } = spawnSync(
      join(venv, 'bin', 'dbt'),
      ['--quiet', '--no-send-anonymous-usage-stats', 'parse', '--profiles-dir', '.'],
      { cwd: place, encoding: 'utf8' },
    );
    if (status !== 0) throw new Error(`dbt could not parse ${place}: ${stderr}`);
  }
  const runs = join(SAMPLES, 'runs');
  const oldest = join(older, 'target');
  copyFileSync(
    join(runs, '2026-11-12T0415-build/run_results.json'),
    join(oldest, 'run_results.json'),
  );
  copyFileSync(
    join(runs, '2026-11-12T0400-source-freshness/sources.json'),
    join(oldest, 'sources.json'),
  );
  copyFileSync(join(SAMPLES, 'sources.json'), join(project, 'target', 'sources.json'));
}

async function compare(): Promise<number> {
  const { stdout, status, stderr } = spawnSync(python, ['-B', DRIVER], {
    cwd: project,
    input: JSON.stringify(CASES.map((entry) => argumentsOf(entry))),
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(`dbt did not answer: ${stderr}`);
  const answers: unknown = JSON.parse(stdout);
  let different = 0;
  for (const [index, entry] of CASES.entries()) {
    const theirs = Array.isArray(answers) ? (answers[index] as string[] | string) : [];
    const ours = await listed(entry);
    if (JSON.stringify(theirs) === JSON.stringify(ours)) continue;
    different++;
    process.stdout.write(`${argumentsOf(entry).join(' ')}\n`);
    for (const line of differences(theirs, ours)) process.stdout.write(`    ${line}\n`);
  }
  process.stdout.write(
    `${String(CASES.length - different)} of ${String(CASES.length)} selections find what dbt finds.\n`,
  );
  return different === 0 ? 0 : 1;
}

function argumentsOf({
  select,
  exclude,
  selector,
  indirect,
  types,
  state,
}: SelectionCase): string[] {
  return [
    ...(select === undefined ? [] : ['--select', select]),
    ...(exclude === undefined ? [] : ['--exclude', exclude]),
    ...(selector === undefined ? [] : ['--selector', selector]),
    ...(indirect === undefined ? [] : ['--indirect-selection', indirect]),
    ...(types === undefined ? [] : ['--resource-type', types]),
    ...(state === undefined ? [] : ['--state', join(older, 'target')]),
  ];
}

/** unique_ids, sorted as Python sorts; the message of a wrong expression. */
async function listed(entry: SelectionCase): Promise<string[] | string> {
  const { types, ...asked } = entry;
  const parsed = parseArguments('ls', argumentsOf(asked), SELECTION_OPTIONS, 0);
  const config = configOf(folder, parsed);
  try {
    const artifacts = join(project, 'target');
    // As dbt: without --state there is nothing to compare with.
    const { resources } = await loadSelection({ ...config, artifacts, history: null });
    return resources
      .filter(({ resourceType }) =>
        types === undefined
          ? !ON_REQUEST.includes(resourceType)
          : types === 'all'
            ? resourceType !== 'operation'
            : resourceType === types,
      )
      .map(({ uniqueId }) => uniqueId);
  } catch (error) {
    if (error instanceof UsageError) return error.message;
    throw error;
  }
}

function differences(theirs: string[] | string, ours: string[] | string): string[] {
  if (typeof theirs === 'string' || typeof ours === 'string') {
    const told = (answer: string[] | string): string =>
      typeof answer === 'string' ? answer : `${String(answer.length)} resources`;
    return [`dbt: ${told(theirs)}`, `ls:  ${told(ours)}`];
  }
  return [
    ...theirs.filter((id) => !ours.includes(id)).map((id) => `only dbt: ${id}`),
    ...ours.filter((id) => !theirs.includes(id)).map((id) => `only ls:  ${id}`),
  ].slice(0, 12);
}
