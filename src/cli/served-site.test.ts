import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { LoadSite } from './load-site.ts';
import { cwd, run } from './testing/run-line.ts';

describe('serve', () => {
  it('refuses a folder without a site', async () => {
    const { code, errors } = await run('serve nowhere');
    expect(code).toBe(2);
    expect(errors).toMatchInlineSnapshot(`
      "error   There is no folder <cwd>/nowhere with a site in it.
              Build the site first, with \`dbt-workbench build\`, or give its folder.
      "
    `);
  });

  it('says where the site is, and for which base', async () => {
    await run('build --base /docs/');
    writeFileSync(join(cwd, 'site/build.json'), '{"base":"/docs/"}');
    const { code, output } = await run('serve --port 0');
    expect(code).toBe(0);
    expect(output).toMatch(/^serve {3}http:\/\/127\.0\.0\.1:\d+\/docs\/ +Ctrl\+C to stop\n$/);
  });
});

describe('watch', () => {
  it('serves what it built', async () => {
    const { code, output } = await run('watch --port 0');
    expect(code).toBe(0);
    expect(output).toContain('serve   http://127.0.0.1:');
    expect(output).toContain('2 pages · 1 JSON');
    expect(output).toContain('watching for changes');
  });

  it('goes on after a build that failed, and keeps the site', async () => {
    await run('build');
    const failing: LoadSite = () => Promise.reject(new Error('half-written'));
    const { code, output, errors } = await run('watch --port 0', failing);
    expect(code).toBe(0);
    expect(errors).toContain('half-written');
    expect(output).toContain('The site stays as it was.');
  });

  it('gives up at once where it must not write', async () => {
    mkdirSync(join(cwd, 'site'));
    writeFileSync(join(cwd, 'site/thesis.docx'), '');
    expect((await run('watch --port 0')).code).toBe(2);
  });
});
