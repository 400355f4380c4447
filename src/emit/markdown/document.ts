import { MARKDOWN } from '../../messages/markdown.ts';
import type { PageHead } from '../../view/page-head.ts';
import { anchor, plain } from './inline.ts';

/** The parts of a Markdown document, one below the other; empty ones are left out. */
export function blocks(parts: readonly (string | readonly string[])[]): string {
  const texts = parts.map((part) => (typeof part === 'string' ? part : part.join('\n')));
  return `${texts.filter((text) => text !== '').join('\n\n')}\n`;
}

/** A heading with its lines; nothing without lines. */
export function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`## ${plain(title)}`, ...lines];
}

/** The first `most` lines, and how many more there are. */
export function capped(lines: readonly string[], most: number, leftOut = 0): string[] {
  const rest = Math.max(0, lines.length - most) + leftOut;
  return [...lines.slice(0, most), ...(rest > 0 ? [`- ${MARKDOWN.more(rest)}`] : [])];
}

/** Where the page and its JSON twin are. */
export function footer(head: PageHead): string {
  return [
    anchor(MARKDOWN.asPage, head.href),
    ...(head.jsonHref === null ? [] : [anchor(MARKDOWN.asJson, head.jsonHref)]),
  ].join(' · ');
}
