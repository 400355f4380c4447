/** Anything that a reader chose in the timeline stands in the URL under one of these. */
const CHOSEN = /[?&](rows|from|to|node)=/;

// What scripts add to the page of a run. The timeline comes when it is near, as most of its script is only for it.
startTimeline();
whenNear('[data-compare]', /[?&]compare=/, async (place) => {
  const { startComparison } = await import('./run/compare.ts');
  startComparison(place);
});
whenNear('[data-log]', /[?&]log(-node|-level)?=/, async (place) => {
  const { startRunLog } = await import('./run/run-log.ts');
  startRunLog(place);
});

function startTimeline(): void {
  const hash = decodeURIComponent(location.hash.slice(1));
  // A result that is on a later page is shown in the timeline, which has all of them.
  const isElsewhere = hash.startsWith('node-') && document.getElementById(hash) === null;
  whenNear(
    '[data-bars]',
    CHOSEN,
    async (place) => {
      const { openTimeline } = await import('./run/timeline-app.ts');
      await openTimeline(place, place.dataset['bars'] ?? '', isElsewhere ? hash : null);
    },
    isElsewhere,
  );
}

/** Starts something when its place comes near the window, at once when the URL asks for it. */
function whenNear(
  selector: string,
  asked: RegExp,
  start: (place: HTMLElement) => Promise<void>,
  isAsked = asked.test(location.search),
): void {
  const place = document.querySelector<HTMLElement>(selector);
  if (place === null) return;
  if (isAsked || asked.test(location.search)) {
    void start(place);
    return;
  }
  // What is hidden is never near: its parent is looked at.
  const seen = place.hidden ? (place.parentElement ?? place) : place;
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      void start(place);
    },
    { rootMargin: '600px' },
  );
  observer.observe(seen);
}
