import { cut } from '../../view/cut.ts';
import { formatDuration } from '../../view/format-duration.ts';
import { formatTime } from '../../view/format-time.ts';
import { MARKDOWN } from '../../messages/markdown.ts';
import { markdownHref } from '../../view/markdown-twin.ts';
import { plainText } from '../../view/plain-text.ts';
import type { ResourceLink } from '../../view/resource-link.ts';
import type { Cell, Fact } from '../../view/section.ts';

/** Links that a value shows. */
const MOST_LINKS = 8;
const LONGEST_VALUE = 200;

/** Marks that would read as Markdown; underscores inside a word would not. */
const MARKS = /[\\`*[\]<]|^(?:#{1,6}|[>+-])(?=\s)|(?<![\p{L}\p{N}_])_+|_+(?![\p{L}\p{N}_])/gu;

/** Text on one line that Markdown shows as it is. */
export function plain(text: string): string {
  return oneLine(text).replace(MARKS, (marks) => marks.replace(/./g, '\\$&'));
}

/** An identifier as code; a backtick in it would end the code. */
export function code(text: string): string {
  return `\`${oneLine(text).replaceAll('`', '´')}\``;
}

/** The first paragraph of a Markdown text, as text, cut. */
export function summary(markdown: string, most: number): string {
  return plain(cut(plainText(markdown), most));
}

/** A resource with its twin's address; only its name where it has no page. */
export function linkTo(link: ResourceLink, base: string): string {
  if (link.href === null) return code(link.name);
  return anchor(link.name, markdownHref(link.href, base));
}

/** A link whose address may hold anything. */
export function anchor(label: string, href: string): string {
  return `[${plain(label)}](${href.replace(/[\s()<>]/g, (character) => encodeURIComponent(character).replace('(', '%28').replace(')', '%29'))})`;
}

/** Links in a row, with how many are left out. */
export function linksTo(links: readonly ResourceLink[], leftOut: number, base: string): string {
  const shown = links.slice(0, MOST_LINKS).map((link) => linkTo(link, base));
  const rest = links.length - shown.length + leftOut;
  return [...shown, ...(rest > 0 ? [MARKDOWN.more(rest)] : [])].join(', ');
}

/** A value in a line of text; empty where it is unknown. */
export function cellText(cell: Cell, base: string): string {
  switch (cell.kind) {
    case 'text':
      return plain(cut(cell.text, LONGEST_VALUE));
    case 'code':
      return code(cut(cell.text, LONGEST_VALUE));
    case 'markdown':
      return summary(cell.markdown, LONGEST_VALUE);
    case 'number':
      return cell.text;
    case 'time':
      return formatTime(cell.iso);
    case 'duration':
      return formatDuration(cell.seconds);
    case 'run':
      return `${anchor(cell.iso === null ? cell.label : formatTime(cell.iso), cell.href)}${
        cell.note === null ? '' : ` (${plain(cell.note)})`
      }`;
    case 'links':
      return linksTo(cell.links, cell.more, base);
    case 'url':
      return anchor(cut(cell.text, LONGEST_VALUE), cell.href);
    case 'pages':
      return cell.pages
        .map((page) =>
          page.href === null ? plain(page.text) : anchor(page.text, markdownHref(page.href, base)),
        )
        .join(', ');
    case 'status':
      return plain(cell.status.word);
    case 'color':
      return code(cell.color);
    case 'none':
      return '';
  }
}

/** Facts as list items; those without a value are left out. */
export function factLines(facts: readonly Fact[], base: string): string[] {
  return facts.flatMap(({ label, value }) => {
    const text = cellText(value, base);
    return text === '' ? [] : [`- ${plain(label)}: ${text}`];
  });
}

/** What is known of it, joined by dots. */
export function joined(parts: readonly (string | null | undefined)[]): string {
  return parts.filter((part) => part !== null && part !== undefined && part !== '').join(' · ');
}

function oneLine(text: string): string {
  return text.toWellFormed().replace(/\s+/g, ' ').trim();
}
