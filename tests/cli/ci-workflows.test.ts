import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { CI_HOSTS } from '../../src/cli/ci/ci-hosts.ts';

const project = { program: 'dbt-workbench@1.2.3', adapter: 'dbt-duckdb', artifacts: 'target' };

const step = z.looseObject({ uses: z.string().optional(), run: z.string().optional() });
const workflowSchema = z.looseObject({
  jobs: z.record(
    z.string(),
    z.looseObject({ needs: z.string().optional(), steps: z.array(step).min(1) }),
  ),
});
const actionSchema = z.looseObject({
  inputs: z.record(z.string(), z.looseObject({ default: z.string() })),
  runs: z.looseObject({ using: z.literal('composite'), steps: z.array(step).min(1) }),
});
const rules = z.array(z.looseObject({ if: z.string() }));
const pipelineSchema = z
  .object({ variables: z.record(z.string(), z.string()) })
  .catchall(
    z.looseObject({
      extends: z.string().optional(),
      needs: z.array(z.string()).default([]),
      rules: rules.default([]),
      script: z.array(z.string()).default([]),
    }),
  )
  .transform(({ variables: _, ...jobs }) => new Map(Object.entries(jobs)));

const hosts = Object.entries(CI_HOSTS).map(([host, plan]) => ({ host, ...plan(project) }));
const workflows = hosts.flatMap(({ host, files }) =>
  files
    .filter(({ path }) => path.startsWith('.github/workflows/'))
    .map(({ text }) => ({ host, workflow: workflowSchema.parse(parse(text)) })),
);
const pipelineText = hosts.find(({ host }) => host === 'gitlab-pages')?.files[0]?.text ?? '';
const action = actionSchema.parse(parse(readFileSync('action.yml', 'utf8')));

/** What bash finds wrong with a script; expressions of GitHub are put in before it sees one. */
function complaints(script: string): string {
  const input = script.replaceAll(/\$\{\{[^}]*\}\}/g, 'x');
  return spawnSync('bash', ['-n'], { input, encoding: 'utf8' }).stderr;
}

/** The first major versions that run on Node 24: GitHub's runners have no older one since September 2026. */
const ON_NODE_24: Readonly<Record<string, number>> = {
  'actions/cache': 5,
  'actions/checkout': 5,
  'actions/configure-pages': 6,
  'actions/deploy-pages': 5,
  'actions/setup-node': 5,
  'actions/setup-python': 6,
  'actions/upload-artifact': 6,
  'actions/upload-pages-artifact': 5,
  'aws-actions/configure-aws-credentials': 6,
};

/** Whether a runner can still start the version of an action that a step names. */
function starts(uses: string): boolean {
  const [name = '', version = ''] = uses.split('@v');
  return /^\d+$/.test(version) && Number(version) >= (ON_NODE_24[name] ?? Infinity);
}

describe('workflows of GitHub', () => {
  it.each(workflows)(
    'for $host has scripts that bash can read, and actions that start',
    ({ workflow }) => {
      const steps = Object.values(workflow.jobs).flatMap((job) => job.steps);
      expect(steps.flatMap(({ run = '' }) => complaints(run)).join('')).toBe('');
      expect(steps.flatMap(({ uses = [] }) => uses).filter((uses) => !starts(uses))).toEqual([]);
    },
  );

  it.each(workflows)('for $host keeps the results of dbt build', ({ workflow }) => {
    const scripts = Object.values(workflow.jobs)
      .flatMap((job) => job.steps)
      .flatMap(({ run = '' }) => (run.startsWith('dbt ') ? [run] : []));
    expect(scripts).toEqual(['dbt deps', 'dbt build', 'dbt docs generate --no-compile']);
  });

  it.each(workflows)('for $host needs jobs that are there', ({ workflow: { jobs } }) => {
    const needed = Object.values(jobs).flatMap(({ needs = [] }) => needs);
    expect(Object.keys(jobs)).toEqual(expect.arrayContaining(needed));
  });

  it.each(workflows)('for $host show a secret to the step that needs it alone', ({ workflow }) => {
    for (const { steps, ...job } of Object.values(workflow.jobs)) {
      expect(JSON.stringify(job)).not.toContain('secrets.');
      const others = steps.filter(({ run = '' }) => !/netlify-cli|wrangler/.test(run));
      expect(JSON.stringify(others)).not.toContain('secrets.');
    }
  });

  it('are one for each host but GitLab', () => {
    expect(workflows).toHaveLength(hosts.length - 1);
  });
});

describe('the action', () => {
  it('has scripts that bash can read, actions that start, and no input in the text of a script', () => {
    const { steps } = action.runs;
    expect(steps.flatMap(({ run = '' }) => complaints(run)).join('')).toBe('');
    expect(steps.flatMap(({ uses = [] }) => uses).filter((uses) => !starts(uses))).toEqual([]);
    for (const { run = '' } of steps) expect(run).not.toContain('inputs.');
  });

  it('compiles anew when its own files are other ones, which hashFiles() does not see', () => {
    const text = JSON.stringify(action.runs.steps);
    expect(text).not.toMatch(/hashFiles\(|action_ref/);
    expect(text).toContain('steps.source.outputs.hash');
  });
});

describe('the function of CloudFront', () => {
  const text = hosts.find(({ host }) => host === 's3')?.files[1]?.text ?? '';
  /** Where a request is sent, or what it asks the bucket for. */
  const answer = (uri: string, querystring = {}): unknown =>
    runInNewContext(`${text}
      const answer = handler({ request: ${JSON.stringify({ uri, querystring })} });
      answer.headers ? answer.headers.location.value : answer.uri`);

  it.each([
    ['/', '/index.html'],
    ['/models/model.shop.orders/', '/models/model.shop.orders/index.html'],
    ['/models/model.shop.orders', '/models/model.shop.orders/'],
    ['/models/index.json', '/models/index.json'],
    ['/artifacts/files/logs/dbt.log.1', '/artifacts/files/logs/dbt.log.1'],
    ['//evil.example', '/evil.example/'],
    ['/\\evil.example', '/evil.example/'],
  ])('answers %s with %s', (uri, expected) => {
    expect(answer(uri)).toBe(expected);
  });

  it('keeps the query of an address that lacks its slash', () => {
    const query = {
      q: { value: 'tag%3Anightly' },
      x: { value: '2', multiValue: [{ value: '1' }, { value: '2' }] },
    };
    expect(answer('/models', query)).toBe('/models/?q=tag%3Anightly&x=1&x=2');
  });
});

describe('the pipeline of GitLab', () => {
  const jobs = pipelineSchema.parse(parse(pipelineText));

  it('has scripts that bash can read', () => {
    const scripts = [...jobs.values()].flatMap(({ script }) => script);
    expect(scripts.length).toBeGreaterThan(5);
    expect(scripts.map(complaints).join('')).toBe('');
  });

  it('has what a job needs in each pipeline that the job is in', () => {
    const needs = [...jobs.values()].flatMap((job) => {
      const { needs: inherited = [] } = jobs.get(job.extends ?? '') ?? {};
      return [...job.needs, ...inherited].map((name) => ({ job, needed: jobs.get(name) }));
    });
    expect(needs.length).toBeGreaterThan(2);
    for (const { job, needed } of needs) {
      expect(needed?.rules).toEqual(expect.arrayContaining(job.rules));
    }
  });
});
