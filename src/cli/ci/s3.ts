import type { CiPlan, CiProject } from './ci-plan.ts';
import { githubWorkflow, WORKFLOW } from './github-steps.ts';

const FUNCTION_FILE = '.github/cloudfront-function.js';

/** CloudFront knows no index of a folder below the top one. */
const FUNCTION = `// A function of CloudFront for viewer requests: pages are index.html in their folders.
function handler(event) {
  var request = event.request;
  // With two slashes first the address of a redirect would be another host's.
  var uri = request.uri.replace(/^[/\\\\]+/, '/');
  var last = uri.substring(uri.lastIndexOf('/') + 1);
  if (last === '') {
    request.uri = uri + 'index.html';
  } else if (uri.indexOf('/artifacts/files/') < 0 && !/\\.(html|json|jsonl|md|js|css|svg|png|jpg|ico|webp|txt|log|xml|atom|csv|gz|br|woff2|wasm|pagefind|pf_[a-z]+)$/.test(last)) {
    // Ids hold dots too: /models/model.shop.orders is a page.
    return { statusCode: 301, headers: { location: { value: uri + '/' + query(request.querystring) } } };
  }
  return request;
}
function query(parameters) {
  var pairs = [];
  Object.keys(parameters).forEach(function (name) {
    (parameters[name].multiValue || [parameters[name]]).forEach(function (one) {
      pairs.push(name + '=' + one.value);
    });
  });
  return pairs.length === 0 ? '' : '?' + pairs.join('&');
}
`;

export function s3(project: CiProject): CiPlan {
  const text = githubWorkflow(project, {
    host: 's3',
    permissions: '  id-token: write\n',
    job: `      BUCKET: \${{ vars.BUCKET }}
      DISTRIBUTION: \${{ vars.DISTRIBUTION }}
      SITE_URL: \${{ vars.SITE_URL }}
      RCLONE_CONFIG_S3_TYPE: s3
      RCLONE_CONFIG_S3_PROVIDER: AWS
      RCLONE_CONFIG_S3_ENV_AUTH: 'true'
      RCLONE_CONFIG_S3_REGION: \${{ vars.AWS_REGION }}
      RCLONE_CONFIG_S3_NO_CHECK_BUCKET: 'true'
      # Times of files follow from their content, so only checksums tell what changed.
      RCLONE_CHECKSUM: 'true'
      RCLONE_NO_UPDATE_MODTIME: 'true'
      RCLONE_TRANSFERS: '32'
`,
    before: '',
    options: ['--site-url "$SITE_URL"', '--history-from "$SITE_URL/"'],
    after: `      - uses: aws-actions/configure-aws-credentials@v6
        if: github.event_name != 'pull_request'
        with:
          role-to-assume: \${{ vars.AWS_ROLE }}
          aws-region: \${{ vars.AWS_REGION }}
      # Assets and indexes of texts first, as new pages need them and old ones do not; pages last; then
      # what is gone goes. Old assets and indexes stay, for pages that are open.
      - name: Publish
        if: github.event_name != 'pull_request'
        run: |
          sudo apt-get update -qq
          sudo apt-get install -qq --no-install-recommends rclone
          rclone copy site "s3:$BUCKET" --include '/_assets/**' --include '/search/text/**' --header-upload 'Cache-Control: public, max-age=31536000, immutable'
          rclone copy site "s3:$BUCKET" --exclude '/_assets/**' --exclude '/search/text/**' --exclude '*.html' --header-upload 'Cache-Control: no-cache'
          rclone copy site "s3:$BUCKET" --include '*.html' --header-upload 'Cache-Control: no-cache'
          rclone sync site "s3:$BUCKET" --exclude '/_assets/**' --exclude '/search/text/**' --header-upload 'Cache-Control: no-cache'
          aws cloudfront create-invalidation --distribution-id "$DISTRIBUTION" --paths '/*'
`,
  });
  return {
    files: [
      { path: WORKFLOW, text },
      { path: FUNCTION_FILE, text: FUNCTION },
    ],
    steps: [
      'Make a private bucket, and a CloudFront distribution that reads it (origin access control), with 404.html as the page for 403 and 404.',
      `Add ${FUNCTION_FILE} to the distribution as a function for viewer requests.`,
      'Make a role that the workflow may assume (OIDC) on the branch main alone, which may list, get, put and delete objects of the bucket and invalidate the distribution.',
      'Add the variables BUCKET, DISTRIBUTION, AWS_ROLE, AWS_REGION and SITE_URL to the repository. BUCKET may end in a folder: where SITE_URL has a path, it has to be the same.',
      'Replace the steps of dbt by what your project does, and give them their secrets.',
    ],
  };
}
