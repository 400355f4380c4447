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
