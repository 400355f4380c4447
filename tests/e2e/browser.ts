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

/** A page with everything in it that went wrong since it was opened. */
export interface WatchedPage {
  readonly page: Page;
  /** Errors and warnings of the console, uncaught exceptions, and requests that failed. */
  readonly problems: readonly string[];
  readonly close: () => Promise<void>;
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
    // Chromium without a GPU says so whenever it copies what WebGL drew to the screen.
    if (!message.text().includes('GPU stall due to ReadPixels')) problems.push(message.text());
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
