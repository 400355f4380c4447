import { expect, it } from 'vitest';
import { triggerOf } from './trigger.ts';

it('names the workflow, with its page', () => {
  expect(
    triggerOf({
      GITHUB_RUN_ID: '42',
      GITHUB_REPOSITORY: 'acme/shop',
      GITHUB_EVENT_NAME: 'schedule',
      GITHUB_REF: 'refs/heads/main',
      GITHUB_SHA: 'a1b2c3d4e5f6',
      SECRET_TOKEN: 'x',
    }),
  ).toEqual({
    system: 'GitHub Actions',
    job: null,
    reason: 'schedule',
    branch: 'main',
    commit: 'a1b2c3d4e5f6',
    actor: null,
    url: 'https://github.com/acme/shop/actions/runs/42',
  });
});

it('prefers the scheduler to the job that it runs in', () => {
  const env = { CI_JOB_URL: 'https://gitlab.example.com/j/1', AIRFLOW_CTX_DAG_ID: 'nightly' };
  expect(triggerOf(env)).toMatchObject({ system: 'Airflow', job: 'nightly', url: null });
});

it('links to nothing that is no page, or that carries a password', () => {
  expect(triggerOf({ CI_JOB_URL: 'javascript:alert(1)' })?.url).toBeNull();
  expect(triggerOf({ CI_JOB_URL: 'https://ann:pw@gitlab.example.com/j/1' })?.url).toBeNull();
  expect(triggerOf({ CI_JOB_URL: 'https://gitlab.example.com/j/1' })?.url).toBe(
    'https://gitlab.example.com/j/1',
  );
});

it('takes an environment that names no system for none, and empty values for nothing', () => {
  expect(triggerOf({ TEAM: 'data', GITHUB_RUN_ID: ' ' })).toBeNull();
  expect(triggerOf({ DBT_CLOUD_JOB_ID: 7, DBT_CLOUD_GIT_BRANCH: '' })).toMatchObject({
    system: 'dbt Cloud',
    job: '7',
    branch: null,
  });
});
