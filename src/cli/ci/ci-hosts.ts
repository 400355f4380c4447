import type { CiPlan, CiProject } from './ci-plan.ts';
import { cloudflarePages } from './cloudflare-pages.ts';
import { githubPages } from './github-pages.ts';
import { gitlabPages } from './gitlab-pages.ts';
import { netlify } from './netlify.ts';
import { s3 } from './s3.ts';

export const CI_HOSTS = {
  'github-pages': githubPages,
  'gitlab-pages': gitlabPages,
  netlify,
  'cloudflare-pages': cloudflarePages,
  s3,
} as const satisfies Readonly<Record<string, (project: CiProject) => CiPlan>>;

export type CiHost = keyof typeof CI_HOSTS;
