/** Marks the section in view in the page's table of contents. */
export function startToc(): void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('.toc a')];
  const seen = new Map<string, boolean>();
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) seen.set(target.id, isIntersecting);
      const first = links.find((link) => seen.get(link.hash.slice(1)));
      if (first === undefined) return;
      for (const link of links) {
        if (link === first) link.setAttribute('aria-current', 'true');
        else link.removeAttribute('aria-current');
      }
    },
    { rootMargin: '-64px 0px -40% 0px' },
  );
  for (const link of links) {
    const section = document.getElementById(link.hash.slice(1));
    if (section !== null) observer.observe(section);
  }
}
