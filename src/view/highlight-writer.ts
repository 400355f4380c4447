/** What a piece of code is; the value is the class that colours it. Plain text has none. */
export const TOKEN = {
  plain: '',
  keyword: 'k',
  string: 's',
  number: 'n',
  comment: 'c',
  name: 'f',
  jinja: 'j',
} as const;
export type TokenClass = (typeof TOKEN)[keyof typeof TOKEN];

/** Takes pieces of code in order; together they must be the whole code. */
export type WriteToken = (token: TokenClass, text: string) => void;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** Text as HTML that shows it. */
export function escapeHtml(text: string): string {
  // Most pieces have nothing to escape, and looking is cheaper than replacing.
  if (!/[&<>"]/.test(text)) return text;
  return text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}

/** Collects tokens as lines of HTML. No element reaches over the end of a line, so that a line can be wrapped. */
export class LineWriter {
  readonly #lines: string[] = [];
  #line = '';
  #token: TokenClass = TOKEN.plain;
  #text = '';

  readonly write: WriteToken = (token, text) => {
    if (token !== this.#token) {
      this.#flush();
      this.#token = token;
    }
    this.#text += text;
  };

  /** The lines without their line breaks. */
  finish(): readonly string[] {
    this.#flush();
    this.#lines.push(this.#line);
    return this.#lines;
  }

  #flush(): void {
    const text = this.#text;
    this.#text = '';
    let start = 0;
    for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', start)) {
      this.#append(text.slice(start, end));
      this.#lines.push(this.#line);
      this.#line = '';
      start = end + 1;
    }
    this.#append(start === 0 ? text : text.slice(start));
  }

  #append(piece: string): void {
    if (piece === '') return;
    const html = escapeHtml(piece);
    this.#line +=
      this.#token === TOKEN.plain ? html : `<span class="${this.#token}">${html}</span>`;
  }
}
