import { chmod, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { httpGet } from '../http-get.ts';
import { startNginx, type NginxServer } from '../nginx/nginx-server.ts';
import { SUB_PATH } from '../sample-site.ts';
import { openBrowser, openPage } from './browser.ts';
import { observatoryScore } from './observatory.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
});

interface Served {
  readonly nginx: NginxServer;
  readonly stop: () => Promise<void>;
}

/** A built site behind nginx, as the container has it. */
async function serve(site: string, env: Record<string, string>): Promise<Served> {
  const state = await mkdtemp(join(tmpdir(), 'served-'));
  await chmod(state, 0o755);
  await chmod(dirname(site), 0o755);
  await symlink(site, join(state, 'current'));
  const nginx = await startNginx(state, { env });
  const stop = async (): Promise<void> => {
    await nginx.stop();
    await rm(state, { recursive: true });
  };
  return { nginx, stop };
}

/** Pages that load what others don't: the palette, lists, the explorer and its data, a timeline, a search. */
const PAGES = [
  '',
  'models/',
  'models/model.fjord_coffee.fct_orders/',
  'lineage/',
  'runs/',
  'health/',
  'artifacts/',
  'search/?q=refund',
];

describe.each([
  ['at the root of its host', 'sampleSite', '/'],
  ['below a path', 'subPathSite', SUB_PATH],
] as const)('the site behind nginx, %s', (_where, name, base) => {
  let served: Served;

  beforeAll(async () => {
    served = await serve(inject(name), { BASE_PATH: base, BEHIND_TLS: 'on' });
  });

  afterAll(async () => {
    await served.stop();
  });

  it('loads everything that its policy lets it, and nothing goes wrong', async () => {
    const { page, problems, close } = await openPage(browser);
    const seen: string[] = [];
    for (const path of PAGES) {
      await page.goto(`${served.nginx.origin}${base}${path}`, { waitUntil: 'networkidle' });
      seen.push(await page.locator('h1').first().innerText());
    }
    await page.goto(`${served.nginx.origin}${base}`);
    await page.keyboard.press('/');
    await page.keyboard.type('orders');
    await page.locator('.palette [role="status"]', { hasText: /^\d+ results$/ }).waitFor();
    await page.waitForLoadState('networkidle');
    await close();
    expect(problems).toEqual([]);
    expect(seen.filter((title) => title === '')).toEqual([]);
  });

  it('has an A+ of the HTTP Observatory on every kind of page', async () => {
    const scores = await Promise.all(
      PAGES.map(async (path) => {
        const { headers, text } = await httpGet(served.nginx.origin, `${base}${path}`);
        return observatoryScore({ headers, html: text }).score;
      }),
    );
    expect(scores).toEqual(PAGES.map(() => 130));
    expect(observatoryScore({ headers: {}, html: '' }).score).toBe(30);
  });
});
