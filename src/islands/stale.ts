const HOUR = 3_600_000;

/** True where a time lies more than so many hours back. Milliseconds since 1970. */
export function isStale(newestAt: string, hours: number, now: number): boolean {
  return now - Date.parse(newestAt) > hours * HOUR;
}

/** Says that the artifacts are old once they are: a static page grows old by itself. */
export function startStale(): void {
  const place = document.querySelector<HTMLElement>('[data-stale-after]');
  if (place === null) return;
  const { newest = '', staleAfter = '' } = place.dataset;
  const show = (): void => {
    place.classList.toggle('is-stale', isStale(newest, Number(staleAfter), Date.now()));
  };
  show();
  setInterval(show, 60_000);
}
