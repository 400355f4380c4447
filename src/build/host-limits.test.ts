import { describe, expect, it } from 'vitest';
import { hostFindings } from './host-limits.ts';

const MIB = 1024 * 1024;
const small = {
  files: 100,
  folders: () => 50,
  bytes: 1e6,
  largestFile: { file: 'index.html', bytes: 1000 },
};

describe('hostFindings', () => {
  it('has nothing to say of a site that fits', () => {
    expect(hostFindings('cloudflare-pages', small)).toEqual([]);
    expect(hostFindings('s3', { ...small, files: 1e6, bytes: 1e12 })).toEqual([]);
  });

  it('warns from nine tenths of a limit on, and says when it is passed', () => {
    const near = hostFindings('cloudflare-pages', { ...small, files: 18_001 });
    expect(near).toMatchObject([
      {
        code: 'HostLimitNear',
        severity: 'warning',
        message: 'The site has 18,001 files; Cloudflare Pages takes 20,000 files at most.',
      },
    ]);
    expect(hostFindings('cloudflare-pages-paid', { ...small, files: 20_001 })).toEqual([]);
    expect(hostFindings('gitlab-pages', { ...small, files: 179_999 })).toMatchObject([
      {
        message:
          'The site has 180,049 files and folders; GitLab Pages takes 200,000 files and folders at most.',
      },
    ]);
    const passed = hostFindings('github-pages', { ...small, bytes: 1.5e9 });
    expect(passed).toMatchObject([
      {
        code: 'HostLimitReached',
        severity: 'error',
        message: 'The site has 1.50 GB; GitHub Pages takes 1.00 GB at most.',
      },
    ]);
  });

  it('names the file that is too large', () => {
    const largestFile = { file: 'artifacts/files/manifest.json', bytes: 30 * MIB };
    expect(hostFindings('cloudflare-pages', { ...small, largestFile })).toMatchObject([
      {
        file: 'artifacts/files/manifest.json',
        message:
          'The site has 30.0 MiB in one file; Cloudflare Pages takes 25.0 MiB in one file at most.',
      },
    ]);
  });
});
