/** What started a run, as far as the environment that dbt recorded tells. */
export interface Trigger {
  /** `GitHub Actions`, `dbt Cloud`, `Airflow` … */
  readonly system: string;
  /** The workflow, job or DAG; null when not told. */
  readonly job: string | null;
  /** Why it ran, in the system's own word: `push`, `schedule`; null when not told. */
  readonly reason: string | null;
  readonly branch: string | null;
  /** The commit's hash as it was recorded. */
  readonly commit: string | null;
  readonly actor: string | null;
  /** The system's own page of the run; null when it can't be told. */
  readonly url: string | null;
}

type Variables = (name: string) => string | null;

interface System {
  readonly name: string;
  /** Variables of which each names a run of this system. */
  readonly marks: readonly string[];
  readonly job: readonly string[];
  readonly reason: readonly string[];
  readonly branch: readonly string[];
  readonly commit: readonly string[];
  readonly actor: readonly string[];
  readonly url: (value: Variables) => string | null;
}

/** The variables that each system sets by itself. A scheduler inside a CI job says more than the job, so it comes first. */
const SYSTEMS: readonly System[] = [
  {
    name: 'dbt Cloud',
    marks: ['DBT_CLOUD_RUN_ID', 'DBT_CLOUD_JOB_ID'],
    job: ['DBT_CLOUD_JOB_ID'],
    reason: ['DBT_CLOUD_RUN_REASON', 'DBT_CLOUD_RUN_REASON_CATEGORY'],
    branch: ['DBT_CLOUD_GIT_BRANCH'],
    commit: ['DBT_CLOUD_GIT_SHA'],
    actor: [],
    url: () => null,
  },
  {
    name: 'Airflow',
    marks: ['AIRFLOW_CTX_DAG_ID'],
    job: ['AIRFLOW_CTX_DAG_ID'],
    reason: ['AIRFLOW_CTX_DAG_RUN_ID'],
    branch: [],
    commit: [],
    actor: ['AIRFLOW_CTX_DAG_OWNER'],
    url: () => null,
  },
  {
    name: 'Dagster',
    marks: ['DAGSTER_RUN_ID', 'DAGSTER_RUN_JOB_NAME'],
    job: ['DAGSTER_RUN_JOB_NAME'],
    reason: [],
    branch: [],
    commit: [],
    actor: [],
    url: () => null,
  },
  {
    name: 'GitHub Actions',
    marks: ['GITHUB_RUN_ID', 'GITHUB_WORKFLOW', 'GITHUB_SHA'],
    job: ['GITHUB_WORKFLOW'],
    reason: ['GITHUB_EVENT_NAME'],
    branch: ['GITHUB_HEAD_REF', 'GITHUB_REF_NAME', 'GITHUB_REF'],
    commit: ['GITHUB_SHA'],
    actor: ['GITHUB_ACTOR'],
    url: (value) => {
      const repository = value('GITHUB_REPOSITORY');
      const run = value('GITHUB_RUN_ID');
      if (repository === null || run === null) return null;
      return `${value('GITHUB_SERVER_URL') ?? 'https://github.com'}/${repository}/actions/runs/${run}`;
    },
  },
  {
    name: 'GitLab CI',
    marks: ['CI_PIPELINE_ID', 'CI_JOB_ID', 'CI_PIPELINE_URL', 'CI_JOB_URL'],
    job: ['CI_JOB_NAME'],
    reason: ['CI_PIPELINE_SOURCE'],
    branch: ['CI_COMMIT_REF_NAME', 'CI_COMMIT_BRANCH'],
    commit: ['CI_COMMIT_SHA', 'CI_COMMIT_SHORT_SHA'],
    actor: ['GITLAB_USER_LOGIN'],
    url: (value) => value('CI_JOB_URL') ?? value('CI_PIPELINE_URL'),
  },
  {
    name: 'Azure Pipelines',
    marks: ['BUILD_BUILDID', 'BUILD_DEFINITIONNAME'],
    job: ['BUILD_DEFINITIONNAME'],
    reason: ['BUILD_REASON'],
    branch: ['BUILD_SOURCEBRANCHNAME', 'BUILD_SOURCEBRANCH'],
    commit: ['BUILD_SOURCEVERSION'],
    actor: ['BUILD_REQUESTEDFOR'],
    url: (value) => {
      const collection = value('SYSTEM_TEAMFOUNDATIONCOLLECTIONURI');
      const project = value('SYSTEM_TEAMPROJECT');
      const build = value('BUILD_BUILDID');
      if (collection === null || project === null || build === null) return null;
      return `${collection.replace(/\/$/, '')}/${encodeURIComponent(project.toWellFormed())}/_build/results?buildId=${build}`;
    },
  },
  {
    name: 'Bitbucket Pipelines',
    marks: ['BITBUCKET_BUILD_NUMBER', 'BITBUCKET_PIPELINE_UUID'],
    job: [],
    reason: [],
    branch: ['BITBUCKET_BRANCH'],
    commit: ['BITBUCKET_COMMIT'],
    actor: [],
    url: () => null,
  },
  {
    name: 'CircleCI',
    marks: ['CIRCLE_BUILD_NUM', 'CIRCLE_WORKFLOW_ID', 'CIRCLE_BUILD_URL'],
    job: ['CIRCLE_JOB'],
    reason: [],
    branch: ['CIRCLE_BRANCH'],
    commit: ['CIRCLE_SHA1'],
    actor: ['CIRCLE_USERNAME'],
    url: (value) => value('CIRCLE_BUILD_URL'),
  },
  {
    name: 'Jenkins',
    marks: ['JENKINS_URL', 'BUILD_TAG', 'BUILD_URL'],
    job: ['JOB_NAME'],
    reason: ['BUILD_CAUSE'],
    branch: ['BRANCH_NAME', 'GIT_BRANCH'],
    commit: ['GIT_COMMIT'],
    actor: ['BUILD_USER_ID'],
    url: (value) => value('BUILD_URL'),
  },
];

/** Longer values are no names; they would only push everything else off the page. */
const LONGEST = 200;

/**
 * Reads `metadata.env`, which holds what people hand to dbt as `DBT_ENV_CUSTOM_ENV_<name>`. Only variables that systems
 * set by themselves are looked at, so that nothing that was meant to stay private is shown.
 */
export function triggerOf(env: Readonly<Record<string, unknown>>): Trigger | null {
  const value: Variables = (name) => {
    const found = env[name];
    const text = typeof found === 'number' ? String(found) : found;
    return typeof text === 'string' && text.trim() !== '' ? text.trim().slice(0, LONGEST) : null;
  };
  const first = (names: readonly string[]): string | null =>
    names.map(value).find((found) => found !== null) ?? null;
  const system = SYSTEMS.find(({ marks }) => first(marks) !== null);
  if (system === undefined) return null;
  return {
    system: system.name,
    job: first(system.job),
    reason: first(system.reason),
    branch: first(system.branch)?.replace(/^refs\/(?:heads|tags)\//, '') ?? null,
    commit: first(system.commit),
    actor: first(system.actor),
    url: safeUrl(system.url(value)),
  };
}

/** An address that a reader may follow; none with a password in it. */
function safeUrl(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null;
  const { protocol, username, password } = new URL(url);
  const isSafe = /^https?:$/.test(protocol) && username === '' && password === '';
  return isSafe ? url : null;
}
