import { HostLimitNear, HostLimitReached } from '../errors/live-catalogue.ts';
import type { Diagnostic } from '../errors/diagnostic.ts';
import { formatNumber } from '../messages/format-number.ts';
import type { BuildReport } from './build-site.ts';

interface HostLimits {
  readonly name: string;
  readonly files: number | null;
  /** Files and folders together. */
  readonly entries: number | null;
  readonly bytes: number | null;
  readonly bytesOfFile: number | null;
}

const MIB = 1024 * 1024;
const GB = 1e9;

/** What hosts say that they take, on the plan without costs unless they name another; null where nothing is said. */
export const HOST_LIMITS = {
  // https://docs.github.com/pages: a published site may be no larger than 1 GB.
  'github-pages': {
    name: 'GitHub Pages',
    files: null,
    entries: null,
    bytes: GB,
    bytesOfFile: null,
  },
  // https://docs.gitlab.com/user/gitlab_com: the maximum size of Pages is 1 GB, and
  // https://docs.gitlab.com/administration/instance_limits: 200,000 file entries, folders included.
  'gitlab-pages': {
    name: 'GitLab Pages',
    files: null,
    entries: 200_000,
    bytes: GB,
    bytesOfFile: null,
  },
  netlify: { name: 'Netlify', files: null, entries: null, bytes: null, bytesOfFile: null },
  // https://developers.cloudflare.com/pages/platform/limits: 20,000 files, or 100,000, 25 MiB each.
  'cloudflare-pages': {
    name: 'Cloudflare Pages',
    files: 20_000,
    entries: null,
    bytes: null,
    bytesOfFile: 25 * MIB,
  },
  'cloudflare-pages-paid': {
    name: 'Cloudflare Pages on a paid plan',
    files: 100_000,
    entries: null,
    bytes: null,
    bytesOfFile: 25 * MIB,
  },
  s3: { name: 'S3', files: null, entries: null, bytes: null, bytesOfFile: null },
} as const satisfies Readonly<Record<string, HostLimits>>;

export type Host = keyof typeof HOST_LIMITS;

/** From this part of a limit on it is told of, so that there is time to do something. */
const NEAR = 0.9;

/** Where a site is too large for a host, or will be soon. */
export function hostFindings(
  host: Host,
  report: Pick<BuildReport, 'files' | 'folders' | 'bytes' | 'largestFile'>,
): Diagnostic[] {
  const { name, ...limits }: HostLimits = HOST_LIMITS[host];
  const { files, bytes, largestFile } = report;
  const findings: Diagnostic[] = [];
  const hold = (
    has: number,
    limit: number | null,
    say: (value: number) => string,
    file: string,
  ): void => {
    if (limit === null || has <= limit * NEAR) return;
    const entry = has > limit ? HostLimitReached : HostLimitNear;
    const { name: code, severity, hint } = entry;
    const message = entry.message(name, say(has), say(limit));
    findings.push({ code, severity, file, jsonPath: null, message, hint });
  };
  hold(files, limits.files, (value) => `${formatNumber(value)} files`, '');
  const entries = limits.entries === null ? 0 : files + report.folders();
  hold(entries, limits.entries, (value) => `${formatNumber(value)} files and folders`, '');
  hold(bytes, limits.bytes, (value) => `${(value / GB).toFixed(2)} GB`, '');
  const file = largestFile?.file ?? '';
  hold(
    largestFile?.bytes ?? 0,
    limits.bytesOfFile,
    (value) => `${(value / MIB).toFixed(1)} MiB in one file`,
    file,
  );
  return findings;
}
