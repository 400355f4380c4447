import type { Page } from 'playwright-core';

/** One stop of the Tab key that a reader could lose. */
export interface LostFocus {
  /** The markup of the element, cut. */
  readonly element: string;
  readonly why: 'no outline' | 'covered' | 'outside the window';
}

/**
 * Presses Tab through a page and looks at each stop: its focus is drawn (WCAG 2.4.7) and nothing lies on
 * top of it (2.4.11).
 *
 * @param most stops looked at; a list of 500 rows has no others further down
 */
export async function tabWalk(
  page: Page,
  most: number,
): Promise<{ readonly stops: number; readonly lost: readonly LostFocus[] }> {
  const lost: LostFocus[] = [];
  const seen = new Set<string>();
  for (let stops = 0; stops < most; stops += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(lookAtFocus);
    if (stop === null || seen.has(stop.path)) return { stops, lost };
    seen.add(stop.path);
    if (stop.why !== null) lost.push({ element: stop.element, why: stop.why });
  }
  return { stops: most, lost };
}

/** Runs in the page. Null when the focus has left the document. */
function lookAtFocus(): { path: string; element: string; why: LostFocus['why'] | null } | null {
  const focused = document.activeElement;
  if (focused === null || focused === document.body) return null;
  const pathOf = (element: Element): string => {
    const index = [...(element.parentElement?.children ?? [])].indexOf(element);
    return element.parentElement === null
      ? element.tagName
      : `${pathOf(element.parentElement)}/${index}`;
  };
  const element = focused.outerHTML.slice(0, 160);

  // A box of a drawing has no outline that follows its shape: its own line is drawn thicker.
  const shape =
    focused.namespaceURI?.endsWith('svg') === true ? focused.querySelector('rect') : null;
  const isDrawn = shape !== null && Number.parseFloat(getComputedStyle(shape).strokeWidth) >= 2;
  const isOutlined = (at: Element | null, steps: number): boolean => {
    if (at === null || steps === 0) return false;
    // What fills its box with a picture has its outline drawn over that.
    const drawn = [getComputedStyle(at), getComputedStyle(at, '::after')];
    return (
      drawn.some(
        ({ outlineStyle, outlineWidth, content }) =>
          outlineStyle !== 'none' && content !== 'none' && Number.parseFloat(outlineWidth) >= 2,
      ) || isOutlined(at.parentElement, steps - 1)
    );
  };
  // A link of several lines has a box for each; a shape in an SVG has one.
  const box = focused.getClientRects()[0] ?? focused.getBoundingClientRect();
  // What is larger than the window is looked at where it shows.
  const left = Math.max(box.left, 0);
  const above = Math.max(box.top, 0);
  const right = Math.min(box.right, innerWidth);
  const below = Math.min(box.bottom, innerHeight);
  const isInside = right > left && below > above;
  const top = document.elementFromPoint(
    left + Math.min((right - left) / 2, 8),
    (above + below) / 2,
  );
  // The region of a wide table is a stop as a whole: what is on top of it is its own content.
  const isOnTop =
    top !== null &&
    (focused.contains(top) || top.contains(focused) || focused.closest('label') === top);

  const why = !isInside
    ? 'outside the window'
    : !isOnTop
      ? 'covered'
      : !isDrawn && !isOutlined(focused, 3)
        ? 'no outline'
        : null;
  return { path: pathOf(focused), element, why };
}
