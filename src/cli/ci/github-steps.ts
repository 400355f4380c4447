import type { CiProject } from './ci-plan.ts';

/** The file of a workflow. */
export const WORKFLOW = '.github/workflows/dbt-docs.yml';

export interface GithubWorkflow {
  /** Lines of `permissions:` beyond reading the repository, indented by two spaces. */
  readonly permissions: string;
  /** More of the job: its environment. Indented by four spaces. */
  readonly job: string;
  /** Steps between dbt and the build, and options that they make possible. */
  readonly before: string;
  /** Options of the build that is published, one a line. */
  readonly options: readonly string[];
  /** Steps that publish, and the jobs after this one. */
  readonly after: string;
  readonly host: string;
}

/** A workflow of GitHub Actions that builds the site, and publishes it unless for a pull request. */
export function githubWorkflow(
  { program, adapter, artifacts }: CiProject,
  { permissions, job, before, options, after, host }: GithubWorkflow,
): string {
  return `# Written by \`dbt-workbench init ci --host ${host}\`; yours from now on.
name: dbt docs
on:
  push:
    branches: [main]
  pull_request:
  schedule:
    - cron: '17 5 * * *'
  workflow_dispatch:

permissions:
  contents: read
${permissions}
concurrency:
  group: dbt-docs-\${{ github.ref }}
  cancel-in-progress: \${{ github.event_name == 'pull_request' }}

jobs:
  docs:
    runs-on: ubuntu-latest
    env:
      DBT_WORKBENCH: ${program}
      DBT_PROFILES_DIR: .
${job}    steps:
      - uses: actions/checkout@v7

      # dbt: replace this by what your project does. Everything after it only needs ${artifacts}/.
      - uses: actions/setup-python@v6
        with:
          python-version: '3.12'
      - run: pip install dbt-core ${adapter}
      - run: dbt deps
      # A build that fails has results to show all the same.
      - run: dbt build
        continue-on-error: true
      # Without --no-compile it would write its own results over those of the build.
      - run: dbt docs generate --no-compile

      - uses: actions/setup-node@v7
        with:
          node-version: '24'
      # The cache makes builds incremental; history keeps the runs that dbt overwrites.
      - uses: actions/cache@v6
        with:
          path: |
            site
            .dbt-workbench
            .dbt-workbench-history
          key: dbt-workbench-\${{ github.ref_name }}-\${{ github.run_id }}
          restore-keys: |
            dbt-workbench-\${{ github.ref_name }}-
            dbt-workbench-main-

      # Without the second line a finding fails the workflow; --fail-on says which do.
      - name: Findings
        continue-on-error: true
        run: npx --yes "$DBT_WORKBENCH" check ${artifacts} --format markdown >> "$GITHUB_STEP_SUMMARY"

      # A pull request gets a site to download and to look at, and publishes nothing.
      - name: Build for a pull request
        if: github.event_name == 'pull_request'
        run: npx --yes "$DBT_WORKBENCH" build ${artifacts} --out site
      - uses: actions/upload-artifact@v7
        if: github.event_name == 'pull_request'
        with:
          name: dbt-docs
          path: site
${before}
      - name: Build
        if: github.event_name != 'pull_request'
        run: >-
          npx --yes "$DBT_WORKBENCH" build ${artifacts} --out site --host ${host}
${options.map((option) => `          ${option}\n`).join('')}${after}`;
}
