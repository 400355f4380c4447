/** An element with classes and content. Text is always text: names and descriptions come from anyone. */
export function element(
  tag: string,
  className = '',
  ...content: readonly (Node | string)[]
): HTMLElement {
  const made = document.createElement(tag);
  if (className !== '') made.className = className;
  made.append(...content);
  return made;
}

/** A button with a label that shows, and a name where that is no word. */
export function button(label: string, name: string, press: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = label;
  if (name !== label) made.setAttribute('aria-label', name);
  made.addEventListener('click', press);
  return made;
}

/** A link, or the text alone where it leads nowhere. */
export function link(text: string, href: string | null, className = ''): HTMLElement {
  const made = element(href === null ? 'span' : 'a', className, text);
  if (href !== null) made.setAttribute('href', href);
  return made;
}
