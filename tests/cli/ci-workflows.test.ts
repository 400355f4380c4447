import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
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

describe('workflows of GitHub', () => {
  it.each(workflows)('for $host has scripts that bash can read, and versions', ({ workflow }) => {
    const steps = Object.values(workflow.jobs).flatMap((job) => job.steps);
    expect(steps.flatMap(({ run = '' }) => complaints(run)).join('')).toBe('');
    for (const { uses } of steps) expect(uses ?? '@v1').toMatch(/@v\d+$/);
  });

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

  it('are one for each host but GitLab', () => {
    expect(workflows).toHaveLength(hosts.length - 1);
  });
});

describe('the action', () => {
  it('has scripts that bash can read, versions, and no input in the text of a script', () => {
    const { steps } = action.runs;
    expect(steps.flatMap(({ run = '' }) => complaints(run)).join('')).toBe('');
    for (const { uses, run = '' } of steps) {
      expect(uses ?? '@v1').toMatch(/@v\d+$/);
      expect(run).not.toContain('inputs.');
    }
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
