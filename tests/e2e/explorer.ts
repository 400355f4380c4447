import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { openPage, type WatchedPage } from './browser.ts';

/** Flags of a browser that draws WebGL in software. */
export const SOFTWARE_WEBGL = ['--use-angle=swiftshader', '--enable-unsafe-swiftshader'] as const;

/** A browser of its own, as its graphics differ from those of the others. */
export function openGraphicsBrowser(flags: readonly string[]): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-background-networking', '--no-first-run', ...flags],
  });
}

/** Opens the explorer, and waits until it is there. */
export async function openExplorer(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<WatchedPage> {
  const opened = await openPage(browser, {
    viewport: { width: 1280, height: 800 },
    reducedMotion: 'reduce',
    ...options,
  });
  await opened.page.goto(url);
  await opened.page.locator('.lx').waitFor();
  return opened;
}

/** The middle of the drawing, in pixels of the window. */
export async function middleOf(page: Page): Promise<{ readonly x: number; readonly y: number }> {
  const {
    x = 0,
    y = 0,
    width = 0,
    height = 0,
  } = (await page.getByRole('application').boundingBox()) ?? {};
  return { x: x + width / 2, y: y + height / 2 };
}
