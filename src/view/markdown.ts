import rehypeRaw from 'rehype-raw';
import rehypeSanitize, { defaultSchema, type Options as Schema } from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { escapeHtml } from './highlight-writer.ts';
import { renderPlainParagraph } from './markdown-fast.ts';
import { fitIntoPage } from './markdown-tree.ts';

/** Longer text is shown as it was written: nobody reads it as a description, and parsing costs time. */
const MAX_LENGTH = 100_000;
/** More quotes, list items or brackets inside each other than anyone writes; parsers take more than linear time for them. */
const NESTING =
  /(?:>\s{0,3}|[-+*]\s{1,3}|\d[.)]\s{1,3}){60}|(?:[[(<!]\s{0,3}){60}|\n {60,}(?:[-+*]|\d+[.)])\s/;
const MAX_LINES = 5000;
const MAX_DELIMITERS = 6000;
const DELIMITER = /[*_~[\]<`|]/g;

const CACHE_ENTRIES = 4000;
const CACHED_LENGTH = 4000;

/**
 * rehype-sanitize's own schema without what a description doesn't need: ids and classes (they would meet the page's),
 * form controls, names, and addresses other than these. Styles and scripts are not in it to begin with.
 */
const SCHEMA: Schema = {
  ...defaultSchema,
  attributes: {
    a: ['href', 'title', ['rel', 'noopener', 'nofollow']],
    img: ['src', 'alt'],
    ol: ['start', 'reversed'],
    td: ['align', 'colSpan', 'rowSpan'],
    th: ['align', 'colSpan', 'rowSpan', ['scope', 'row', 'col']],
    details: ['open'],
    abbr: ['title'],
    '*': ['dir', 'lang'],
  },
  protocols: { href: ['http', 'https', 'mailto'], src: ['data'] },
  required: {},
  strip: [
    'script',
    'style',
    'template',
    'title',
    'textarea',
    'noscript',
    'iframe',
    'object',
    'embed',
    'svg',
    'math',
  ],
  tagNames: [...(defaultSchema.tagNames ?? []), 'abbr', 'mark', 'small', 'u', 'caption'].filter(
    (name) => name !== 'input' && name !== 'picture' && name !== 'source',
  ),
};

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkRehype).freeze();
/** For text with HTML in it, which has to be parsed a second time; that takes as long as all the rest. */
const htmlParser = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkRehype, { allowDangerousHtml: true })
  .use(rehypeRaw)
  .freeze();
const sanitizer = unified().use(rehypeSanitize, SCHEMA).use(rehypeStringify).freeze();

const cache = new Map<string, string>();

/**
 * Markdown (GFM) with HTML in it, from anyone, as HTML that is safe to show: no script, style, id, class or form, no
 * address but http, https, mailto and paths from the root, nothing that the browser would load. Never throws; text that can't be
 * parsed in reasonable time is shown as it was written.
 */
export function renderMarkdown(text: string): string {
  if (text.trim() === '') return '';
  if (text.length > CACHED_LENGTH) return renderUncached(text);
  const cached = cache.get(text);
  if (cached !== undefined) {
    cache.delete(text);
    cache.set(text, cached);
    return cached;
  }
  const html = renderUncached(text);
  cache.set(text, html);
  if (cache.size > CACHE_ENTRIES) cache.delete(cache.keys().next().value ?? '');
  return html;
}

function renderUncached(text: string): string {
  if (isTooMuch(text)) return asWritten(text);
  return renderPlainParagraph(text) ?? renderParsed(text);
}

/** The way through the parser, which any text can take. */
export function renderParsed(text: string): string {
  try {
    const tree = text.includes('<')
      ? htmlParser.runSync(htmlParser.parse(text))
      : parser.runSync(parser.parse(text));
    fitIntoPage(tree);
    return sanitizer.stringify(sanitizer.runSync(tree)).trim();
  } catch {
    // Nested so deeply that the stack ends: there is no structure in it worth showing.
    return asWritten(text);
  }
}

function isTooMuch(text: string): boolean {
  if (text.length > MAX_LENGTH || NESTING.test(text)) return true;
  return countOf(DELIMITER, text) > MAX_DELIMITERS || countOf(/\n/g, text) > MAX_LINES;
}

function countOf(pattern: RegExp, text: string): number {
  return text.match(pattern)?.length ?? 0;
}

function asWritten(text: string): string {
  return `<pre>${escapeHtml(text)}</pre>`;
}
