/** What an element of the explorer is made with. Texts are always text: names come from anyone. */
interface Making {
  readonly class?: string;
  readonly text?: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly on?: Readonly<Record<string, (event: Event) => void>>;
}

/** Makes an element. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  { class: className = '', text, attributes = {}, on = {} }: Making = {},
  ...children: readonly Node[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  if (className !== '') element.className = className;
  if (text !== undefined) element.textContent = text;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  for (const [name, listener] of Object.entries(on)) element.addEventListener(name, listener);
  element.append(...children);
  return element;
}

/** A button that does something. */
export function button(text: string, act: () => void, making: Making = {}): HTMLButtonElement {
  const { attributes = {}, on = {} } = making;
  return make('button', {
    ...making,
    text,
    attributes: { type: 'button', ...attributes },
    on: { ...on, click: act },
  });
}
