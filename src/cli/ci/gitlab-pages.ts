import type { CiPlan, CiProject } from './ci-plan.ts';

const FILE = '.gitlab/dbt-docs.yml';

export function gitlabPages({ program, adapter, artifacts }: CiProject): CiPlan {
  const text = `# Written by \`dbt-workbench init ci --host gitlab-pages\`; yours from now on.
# Include it in .gitlab-ci.yml:
#   include:
#     - local: ${FILE}
variables:
  DBT_WORKBENCH: ${program}
  DBT_PROFILES_DIR: .

# dbt: replace this by what your project does. The jobs after it only need ${artifacts}/.
dbt:
  stage: build
  image: python:3.12-bookworm
  # A job without rules is in no pipeline of a merge request, and what needs it is not valid there.
  rules:
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
  script:
    - pip install dbt-core ${adapter}
    - dbt deps
    # A build that fails has results to show all the same.
    - dbt build || true
    # Without --no-compile it would write its own results over those of the build.
    - dbt docs generate --no-compile
  artifacts:
    paths: [${artifacts}]
    expire_in: 1 day

.dbt-docs:
  stage: deploy
  image: node:24-bookworm-slim
  needs: [dbt]
  # The cache makes builds incremental; history keeps the runs that dbt overwrites.
  cache:
    key: dbt-workbench
    paths: [public, .dbt-workbench, .dbt-workbench-history]

# GitLab Pages sends the .gz and .br files that --compress writes.
dbt-docs:
  extends: .dbt-docs
  rules:
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
  script:
    - >-
      npx --yes "$DBT_WORKBENCH" build ${artifacts} --out public --host gitlab-pages --compress
      --site-url "$CI_PAGES_URL" --history-from "$CI_PAGES_URL/"
  pages:
    publish: public
  artifacts:
    paths: [public]

# A merge request gets a site to look at, and publishes nothing.
dbt-docs-review:
  extends: .dbt-docs
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
  script:
    - npx --yes "$DBT_WORKBENCH" check ${artifacts} || true
    - npx --yes "$DBT_WORKBENCH" build ${artifacts} --out review
  artifacts:
    paths: [review]
    expose_as: dbt docs
    expire_in: 1 week
`;
  return {
    files: [{ path: FILE, text }],
    steps: [
      `Include the file in .gitlab-ci.yml: "include: [{ local: ${FILE} }]".`,
      'Replace the job dbt by what your project does, and give it its variables.',
      'Where Pages asks who reads, set DBT_WORKBENCH_HISTORY_HEADER, or leave out --history-from: the cache has the history too.',
    ],
  };
}
