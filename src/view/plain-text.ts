const MAX_READ = 4000;
const MAX_LENGTH = 300;

/**
 * The first paragraph of a Markdown text without its marks, for summaries and link previews; at most 300 characters.
 * Headings and tables are passed over unless there is nothing else. Cheap and approximate: what comes out is text, never HTML, and
 * must be escaped like any other text.
 */
export function plainText(markdown: string): string {
  if (markdown.length <= MAX_READ && PLAIN.test(markdown)) return shorten(markdown);
  const known = made.get(markdown);
  if (known !== undefined) return known;
  const text = firstParagraph(markdown);
  if (made.size >= MOST_REMEMBERED) made.clear();
  made.set(markdown, text);
  return text;
}

/** One line that begins with a letter, of words and marks that mean nothing in Markdown, with single spaces. */
const PLAIN = /^[a-z](?:[a-z0-9,:;.?!'"()/-]| (?! |$))*$/i;

/** The same description is summed up for its page, its list and both of their JSON files. */
const made = new Map<string, string>();
const MOST_REMEMBERED = 50_000;

/** All of a Markdown text without its marks, as cheap and approximate, for search. */
export function textOf(markdown: string): string {
  if (!/[^\w\s.,:;?!'"()/-]/.test(markdown)) return markdown;
  const bare = withoutScripts(markdown.slice(0, MAX_SEARCHED));
  return bare
    .split(/\n[ \t]*\n/)
    .map((block) => stripMarks(block.trim()))
    .join(' ')
    .trim();
}

/** What is searched of one text, in characters. */
const MAX_SEARCHED = 50_000;

function withoutScripts(markdown: string): string {
  return markdown
    .replaceAll('\r\n', '\n')
    .replace(/<!--[\s\S]*?(?:-->|$)/g, '')
    .replace(/<(script|style)\b[\s\S]*?(?:<\/\1[^>]*>|$)/gi, '');
}

function firstParagraph(markdown: string): string {
  const text = withoutScripts(markdown.slice(0, MAX_READ));
  const paragraphs = text
    .split(/\n[ \t]*\n/)
    .map((block) => block.replace(/^\s+/, ''))
    .filter((block) => stripMarks(block) !== '');
  const first = paragraphs.find(
    (block) => !/^(?:#{1,6}\s[^\n]*|[^\n]+\n(?:=+|-+)[ \t]*|\|[\s\S]*)$/.test(block),
  );
  return shorten(stripMarks(first ?? paragraphs[0] ?? ''));
}

function stripMarks(block: string): string {
  return block
    .replace(/^(?:#{1,6} [^\n]*\n)+(?=.)/, '')
    .replace(
      /^[ \t]*(?:#{1,6}[ \t]+|>+[ \t]?|[-*+][ \t]+|\d{1,9}[.)][ \t]+|(?:```|~~~)[^\n]*|\|?[ \t]*:?-{3,}[-:| \t]*$)/gm,
      '',
    )
    .replace(/^\[[ xX]\] |\[\^[^[\]]{1,100}\]/gm, '')
    .replace(/<\/?[a-z][^<>]{0,500}>/gi, '')
    .replace(
      /!?\[([^[\]]{0,500})\](?:\([^()\s]{0,2000}(?:[ \t]"[^"]{0,200}")?\)|\[[^[\]]{0,200}\])/g,
      '$1',
    )
    .replace(/`+([^`]+)`+/g, '$1')
    .replace(/(?<!\\)(\*{1,3}|~~)(?=\S)([^*~]{1,500}?)(?<=\S)\1/g, '$2')
    .replace(
      /(?<![\p{L}\p{N}_\\])(_{1,3})(?=[^\s_])([^_]{1,500}?)(?<=\S)\1(?![\p{L}\p{N}_])/gu,
      '$2',
    )
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim();
}

const SURROGATE = /[\uD800-\uDFFF]/;

function shorten(text: string): string {
  if (text.length <= MAX_LENGTH) return text;
  // A character is one or two code units; what comes after cannot matter.
  const start = text.slice(0, 2 * MAX_LENGTH);
  const characters = SURROGATE.test(start) ? [...start] : null;
  if (characters !== null && characters.length <= MAX_LENGTH) return text;
  const cut = characters?.slice(0, MAX_LENGTH - 1).join('') ?? start.slice(0, MAX_LENGTH - 1);
  const space = cut.lastIndexOf(' ');
  return `${space > MAX_LENGTH / 2 ? cut.slice(0, space) : cut}…`;
}
