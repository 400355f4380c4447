// A line of text without anything that Markdown gives a meaning to. It begins with a letter, a quote or a bracket, so it
// can't be a list, a heading or a rule; `_` stands between letters only, where it never emphasises. Strong text stands
// where its stars can only begin, and only end, some. The alternatives exclude each other, so that a match takes linear
// time.
const PLAIN = /[^\\`*_[\]<&#~|@\p{Cc}\p{Cs}]/u.source;
const INNER_UNDERSCORES = /(?<=[\p{L}\p{N}])_+(?=[\p{L}\p{N}])/u.source;
const CODE = /(?<!`)`[^`\p{Cc}\p{Cs}]+`(?!`)/u.source;
const STRONG =
  /(?<![^ (])\*\*(?=[\p{L}\p{N}])/u.source +
  `(?:${PLAIN}|${INNER_UNDERSCORES})+` +
  /(?<=[\p{L}\p{N})])\*\*(?![^ .,;:!?)])/u.source;
const LINE = new RegExp(
  `^(?=["'(\`\\p{L}]|\\*\\*)(?:${PLAIN}|${INNER_UNDERSCORES}|${CODE}|${STRONG})+$`,
  'u',
);
const MAX_LENGTH = 4000;
// What GFM turns into a link by itself.
const AUTOLINK = /:\/\/|www\.|mailto:|xmpp:/i;
const PIECE = /`([^`]+)`|\*\*([^*]+)\*\*|[^`*]+/gu;

/**
 * Most descriptions are one plain paragraph, at most with `names` in backticks and **strong** words. Their HTML needs no
 * parser. Null for any other text; for these, the same HTML as the parser gives (a test compares).
 */
export function renderPlainParagraph(text: string): string | null {
  if (text.length > MAX_LENGTH || text.startsWith(' ')) return null;
  const lines = text.replace(/\n+$/, '').split('\n');
  for (const line of lines) {
    if (line.endsWith(' ') || !LINE.test(line) || AUTOLINK.test(line)) return null;
  }
  return `<p>${lines.map(renderLine).join('\n')}</p>`;
}

function renderLine(line: string): string {
  return line.replace(PIECE, (piece: string, code?: string, strong?: string) => {
    if (strong !== undefined) return `<strong>${strong}</strong>`;
    if (code === undefined) return piece;
    return `<code>${trimOnce(code).replaceAll('&', '&#x26;').replaceAll('<', '&#x3C;')}</code>`;
  });
}

/** Code that begins and ends with a space, and isn't all spaces, loses one on each side. */
function trimOnce(code: string): string {
  return code.startsWith(' ') && code.endsWith(' ') && /[^ ]/.test(code) ? code.slice(1, -1) : code;
}
