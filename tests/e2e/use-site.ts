import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { openBrowser, openPage, type WatchedPage } from './browser.ts';
import { serveFolder, type FolderServer } from './server.ts';

/** A site that is served, and a browser to look at it. */
export interface UsedSite {
  /** Where the site begins, with its base path and a final slash. */
  readonly url: string;
  /** Opens a page in a context of its own. */
  readonly open: (options?: BrowserContextOptions) => Promise<WatchedPage>;
}

/**
 * Serves a built site while the tests of the calling file, or of its `describe`, run.
 *
 * @param base begins and ends with a slash
 */
export function useSite(folder: string, base = '/'): UsedSite {
  let browser: Browser;
  let server: FolderServer;
  beforeAll(async () => {
    browser = await openBrowser();
    server = await serveFolder(folder, base);
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
  });
  return {
    get url() {
      return server.url;
    },
    open: (options) => openPage(browser, options),
  };
}
