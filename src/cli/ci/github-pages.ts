import type { CiPlan, CiProject } from './ci-plan.ts';
import { githubWorkflow, WORKFLOW } from './github-steps.ts';

/** A project's site lies at `/<repository>/`, which the address that Pages tells has in it. */
export function githubPages(project: CiProject): CiPlan {
  const text = githubWorkflow(project, {
    host: 'github-pages',
    permissions: '  pages: read\n',
    job: '',
    before: `
      - id: pages
        if: github.event_name != 'pull_request'
        uses: actions/configure-pages@v6`,
    options: [
      '--site-url "${{ steps.pages.outputs.base_url }}"',
      '--history-from "${{ steps.pages.outputs.base_url }}/"',
    ],
    after: `      - uses: actions/upload-pages-artifact@v5
        if: github.event_name != 'pull_request'
        with:
          path: site

  publish:
    needs: docs
    if: github.event_name != 'pull_request'
    runs-on: ubuntu-latest
    permissions:
      pages: write
      id-token: write
    environment:
      name: github-pages
      url: \${{ steps.deployment.outputs.page_url }}
    steps:
      - id: deployment
        uses: actions/deploy-pages@v5
`,
  });
  return {
    files: [{ path: WORKFLOW, text }],
    steps: [
      'In the settings of the repository, under Pages, choose GitHub Actions as the source.',
      'Replace the steps of dbt by what your project does, and give them their secrets.',
    ],
  };
}
