import { describe, expect, inject, it } from 'vitest';
import { liveStatusSchema } from '../../src/emit/schemas/live.ts';
import { violations } from './axe.ts';
import { type WatchedPage } from './browser.ts';
import { useSite } from './use-site.ts';

const MINUTE = 60_000;

const site = useSite(inject('sampleSite'));

/** A page whose clock the test moves, and whose `/build.json` it writes; null is a failure. */
async function open(builds: { text: string | null; asked: number }): Promise<WatchedPage> {
  const watched = await site.open();
  await watched.page.clock.install();
  await watched.page.route('**/build.json', (route) => {
    builds.asked++;
    return builds.text === null ? route.abort() : route.fulfill({ body: builds.text });
  });
  return watched;
}

/**
 * Moves the clock on until the page asks once more. Its next question is planned only when the
 * answer to the last has come over the network, so a fixed span of the page's clock may miss it.
 */
async function untilAsked({ page }: WatchedPage, builds: { asked: number }): Promise<void> {
  const before = builds.asked;
  await expect
    .poll(
      async () => {
        await page.clock.runFor(MINUTE / 2);
        return builds.asked;
      },
      { interval: 20, timeout: 20_000 },
    )
    .toBeGreaterThan(before);
}

describe('an open page', () => {
  it('notices a new build, offers to load it, and is left in peace when that is declined', async () => {
    const builds = { text: '1', asked: 0 };
    const watched = await open(builds);
    const { page } = watched;
    await page.goto(`${site.url}models/`);
    await untilAsked(watched, builds);
    await untilAsked(watched, builds);
    const notice = page.getByRole('region', { name: 'A newer build of this site is here.' });
    expect(await notice.count()).toBe(0);

    builds.text = '2';
    await untilAsked(watched, builds);
    await notice.waitFor();
    expect(await page.locator('#live').textContent()).toBe('A newer build of this site is here.');
    expect(await violations(page, ['color-contrast', 'region', 'button-name'])).toEqual([]);
    await notice.getByRole('button', { name: 'Dismiss' }).click();
    // The second question is asked after the first was answered.
    await untilAsked(watched, builds);
    await untilAsked(watched, builds);
    expect(await notice.count()).toBe(0);

    builds.text = '3';
    await untilAsked(watched, builds);
    await notice.waitFor();
    const loaded = page.waitForEvent('load');
    await notice.getByRole('button', { name: 'Reload' }).click();
    await loaded;
    expect(await notice.count()).toBe(0);
    expect(watched.problems).toEqual([]);
    await watched.close();
  });

  it('asks less and less where it fails, and gives up', async () => {
    const builds = { text: null, asked: 0 };
    const watched = await open(builds);
    await watched.page.goto(site.url);
    for (let questions = 0; questions < 6; questions++) await untilAsked(watched, builds);
    for (let hours = 0; hours < 4; hours++) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      await watched.page.clock.runFor(60 * MINUTE);
    }
    expect(builds.asked).toBe(6);
    await watched.close();
  });
});

describe('the page of artifacts', () => {
  it('shows how the server keeps the site up to date', async () => {
    const status = liveStatusSchema.parse({
      api_version: '1',
      state: 'failed',
      since: '2026-11-26T10:00:00Z',
      problem: { code: 'ManifestNotJson', message: 'Could not read <manifest>.', hint: 'Run dbt.' },
      next_try_at: null,
      release: { id: '12-3f2a9c1d' },
      held: true,
      skipped: [{ path: 'catalog.json', reason: 'is no plain file' }],
      builds: [
        {
          started_at: '2026-11-26T09:00:00Z',
          seconds: 2.31,
          result: 'published',
          release: '12-3f2a9c1d',
          changed_files: 1204,
          problem: null,
        },
      ],
    });
    const { page, problems, close } = await site.open();
    await page.route('**/-/status.json', (route) => route.fulfill({ json: status }));
    // As a site that was built with --live has it.
    await page.route('**/artifacts/', async (route) => {
      const response = await route.fetch();
      const html = await response.text();
      const place = '<div data-live-status="/-/status.json"></div>';
      await route.fulfill({ response, body: html.replace('</h1>', `</h1>${place}`) });
    });
    await page.goto(`${site.url}artifacts/`);
    const place = page.locator('[data-live-status]');
    await place.getByRole('table').waitFor();
    const text = (await place.textContent()) ?? '';
    for (const part of [
      'The newest build failed.',
      'Could not read <manifest>.',
      'A rollback keeps newer builds from being shown.',
      'catalog.json is no plain file',
      '1,204 files',
      '2.31 s',
    ]) {
      expect(text).toContain(part);
    }
    expect(await violations(page)).toEqual([]);
    expect(problems).toEqual([]);
    await close();
  });
});
