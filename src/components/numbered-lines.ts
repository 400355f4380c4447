/** Beyond this many lines a number is only an anchor: links would be a third of the page. */
const MOST_LINKED = 1500;

/**
 * Lines as elements, each with a number that links to itself: `#L12` with the prefix `L`. Numbers are drawn by the
 * style sheet, so that copied code has none; they are no stops of the Tab key, and screen readers read only the code.
 */
export function numberedLines(lines: readonly string[], anchor: string | null): string {
  return lines
    .map((line, at) => `<span>${numberOf(at + 1, anchor, lines.length)}${line}\n</span>`)
    .join('');
}

function numberOf(line: number, anchor: string | null, count: number): string {
  if (anchor === null) return '<i></i>';
  const id = `${anchor}${line}`;
  return count > MOST_LINKED
    ? `<i id="${id}"></i>`
    : `<a id="${id}" href="#${id}" tabindex="-1" aria-hidden="true"></a>`;
}
