/**
 * Makes elements the children of a parent, in their order, from one of its children on. What stays where it was is not
 * touched, so that the keyboard's focus stays in it.
 */
export function setChildren(
  parent: Element,
  children: readonly Element[],
  from: Element | null,
): void {
  const wanted = new Set(children);
  let at = from;
  for (const child of children) {
    while (at !== null && !wanted.has(at)) {
      const next: Element | null = at.nextElementSibling;
      at.remove();
      at = next;
    }
    if (child === at) at = at.nextElementSibling;
    else parent.insertBefore(child, at);
  }
  while (at !== null) {
    const next: Element | null = at.nextElementSibling;
    at.remove();
    at = next;
  }
}
