import type { CiPlan, CiProject } from './ci-plan.ts';
import { githubWorkflow, WORKFLOW } from './github-steps.ts';

const HEADERS = `# Copied into the site by the workflow. Pages adds them to its own answers.
/*
  Cache-Control: no-cache
  X-Content-Type-Options: nosniff
  Referrer-Policy: same-origin

/_assets/*
  ! Cache-Control
  Cache-Control: public, max-age=31536000, immutable

/search/text/*
  ! Cache-Control
  Cache-Control: public, max-age=31536000, immutable
`;
const HEADERS_FILE = '.github/cloudflare-pages-headers';

export function cloudflarePages(project: CiProject): CiPlan {
  const text = githubWorkflow(project, {
    host: 'cloudflare-pages',
    permissions: '',
    job: `      CLOUDFLARE_ACCOUNT_ID: \${{ vars.CLOUDFLARE_ACCOUNT_ID }}
      PROJECT: \${{ vars.CLOUDFLARE_PROJECT }}
      SITE_URL: \${{ vars.SITE_URL }}
`,
    before: '',
    options: ['--site-url "$SITE_URL"', '--history-from "$SITE_URL/"'],
    after: `      - run: cp ${HEADERS_FILE} site/_headers
      # Pages shows all files of a deploy at once, or none.
      - if: github.event_name != 'pull_request'
        env:
          CLOUDFLARE_API_TOKEN: \${{ secrets.CLOUDFLARE_API_TOKEN }}
        run: npx --yes wrangler@4 pages deploy site --project-name "$PROJECT" --branch main
      # Secrets are not there for pull requests from forks.
      - if: github.event_name == 'pull_request'
        env:
          CLOUDFLARE_API_TOKEN: \${{ secrets.CLOUDFLARE_API_TOKEN }}
        run: '[ -z "$CLOUDFLARE_API_TOKEN" ] || npx --yes wrangler@4 pages deploy site --project-name "$PROJECT" --branch "pr-\${{ github.event.number }}"'
`,
  });
  return {
    files: [
      { path: WORKFLOW, text },
      { path: HEADERS_FILE, text: HEADERS },
    ],
    steps: [
      'Make a Pages project for direct upload, with main as its branch for production.',
      'Add the secret CLOUDFLARE_API_TOKEN, and the variables CLOUDFLARE_ACCOUNT_ID, CLOUDFLARE_PROJECT and SITE_URL (https://….pages.dev) to the repository.',
      'Replace the steps of dbt by what your project does, and give them their secrets.',
    ],
  };
}
