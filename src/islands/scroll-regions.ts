/** A region is a stop for the Tab key only while there is something to scroll; a list that fits is no region. */
export function startScrollRegions(): void {
  const observer = new ResizeObserver((entries) => {
    for (const { target } of entries) if (target instanceof HTMLElement) update(target);
  });
  const regions = document.querySelectorAll<HTMLElement>(
    '[role="region"][tabindex], .md :is(table, pre)',
  );
  for (const region of regions) observer.observe(region);
}

function update(region: HTMLElement): void {
  const scrolls =
    region.scrollWidth > region.clientWidth + 1 || region.scrollHeight > region.clientHeight + 1;
  region.classList.toggle('fits', !scrolls);
  if (scrolls) region.tabIndex = 0;
  else region.removeAttribute('tabindex');
}
