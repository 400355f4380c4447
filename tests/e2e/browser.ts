import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';

/** Debian's Chromium, without what a browser does for its own ends. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: [
      // Chromium refuses to run as root in its sandbox; these are our own pages.
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  });
}

/** What Chromium says of the machine that it runs on, not of the page. */
const ABOUT_THE_MACHINE = [
  // Without a GPU, whenever it copies what WebGL drew to the screen.
  'GPU stall due to ReadPixels',
  // When three seconds were too short for the script that asks for it.
  'was preloaded using link preload but not used within a few seconds',
] as const;

/** A page with everything in it that went wrong since it was opened. */
export interface WatchedPage {
  readonly page: Page;
  /** Errors and warnings of the console, uncaught exceptions, and requests that failed. */
  readonly problems: readonly string[];
  readonly close: () => Promise<void>;
}

/**
 * The address as the page has it by now. `page.url()` is what Playwright has heard of so far: it
 * comes after a step in the history, on a way of its own.
 */
export async function addressOf(page: Page): Promise<URL> {
  return new URL(await page.evaluate(() => location.href));
}

/** Opens a page in a context of its own: `colorScheme`, `viewport`, `javaScriptEnabled` … */
export async function openPage(
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<WatchedPage> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('console', (message) => {
    if (!['error', 'warning'].includes(message.type())) return;
    if (!ABOUT_THE_MACHINE.some((part) => message.text().includes(part)))
      problems.push(message.text());
  });
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('requestfailed', (request) => {
    // A page that is left cuts off what it was still loading.
    if (request.failure()?.errorText === 'net::ERR_ABORTED') return;
    problems.push(`${request.url()} could not be loaded`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) problems.push(`${response.url()} is ${response.status()}`);
  });
  return { page, problems, close: () => context.close() };
}
