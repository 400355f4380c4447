import type { CiPlan, CiProject } from './ci-plan.ts';
import { githubWorkflow, WORKFLOW } from './github-steps.ts';

const CONFIG = `# Written by \`dbt-workbench init ci --host netlify\`; yours from now on.
[build]
  publish = "site"

[[headers]]
  for = "/*"
  [headers.values]
    X-Content-Type-Options = "nosniff"
    Referrer-Policy = "same-origin"

# The path of an asset holds the hash of its content. Everything else is asked for again, as Netlify
# has it by itself: a second Cache-Control for all paths would be joined to these.
[[headers]]
  for = "/_assets/*"
  [headers.values]
    Cache-Control = "public, max-age=31536000, immutable"

[[headers]]
  for = "/search/text/*"
  [headers.values]
    Cache-Control = "public, max-age=31536000, immutable"
`;

export function netlify(project: CiProject): CiPlan {
  const text = githubWorkflow(project, {
    host: 'netlify',
    permissions: '',
    job: `      NETLIFY_SITE_ID: \${{ vars.NETLIFY_SITE_ID }}
      SITE_URL: \${{ vars.SITE_URL }}
`,
    before: '',
    options: ['--site-url "$SITE_URL"', '--history-from "$SITE_URL/"'],
    after: `      # Netlify shows all files of a deploy at once, or none.
      - if: github.event_name != 'pull_request'
        env:
          NETLIFY_AUTH_TOKEN: \${{ secrets.NETLIFY_AUTH_TOKEN }}
        run: npx --yes netlify-cli@27 deploy --dir site --prod --no-build
      # Secrets are not there for pull requests from forks.
      - if: github.event_name == 'pull_request'
        env:
          NETLIFY_AUTH_TOKEN: \${{ secrets.NETLIFY_AUTH_TOKEN }}
        run: '[ -z "$NETLIFY_AUTH_TOKEN" ] || npx --yes netlify-cli@27 deploy --dir site --alias "pr-\${{ github.event.number }}" --no-build'
`,
  });
  return {
    files: [
      { path: WORKFLOW, text },
      { path: 'netlify.toml', text: CONFIG },
    ],
    steps: [
      'Add the secret NETLIFY_AUTH_TOKEN, and the variables NETLIFY_SITE_ID and SITE_URL (https://…netlify.app) to the repository.',
      'Replace the steps of dbt by what your project does, and give them their secrets.',
    ],
  };
}
