import { TEXT } from '../messages/text.ts';
import { formatBytes } from './format-bytes.ts';
import { lexData, lexPython } from './highlight-other.ts';
import { lexSql } from './highlight-sql.ts';
import { escapeHtml, LineWriter, type WriteToken } from './highlight-writer.ts';

/** Beyond these, code is shown in one colour: a page must stay readable and quick to open. */
const MAX_COLOURED = 300_000;
const MAX_COLOURED_LINE = 20_000;
/** Beyond this, code is cut. */
const MAX_SHOWN = 1_000_000;

const LEXERS: ReadonlyMap<string, (code: string, write: WriteToken) => void> = new Map([
  ['sql', lexSql],
  ['jinja', lexSql],
  ['python', lexPython],
  ['py', lexPython],
  ['yaml', lexData],
  ['yml', lexData],
  ['json', lexData],
]);

/** Code ready to be shown. */
export interface HighlightedCode {
  /** HTML of each line, without line breaks; every element is closed within its line. */
  readonly lines: readonly string[];
  /** Says what is not shown, or why there are no colours; null when there is nothing to say. */
  readonly note: string | null;
}

/**
 * Code as lines of HTML with short classes. Everything is escaped; languages that we don't know, and code that is too
 * long to colour, come back as plain text. Takes linear time and never throws.
 */
export function highlightLines(code: string, language: string): HighlightedCode {
  const text = code.replaceAll('\r\n', '\n');
  const lex = LEXERS.get(language.toLowerCase());
  if (text.length > MAX_COLOURED || hasLongLine(text)) return plainLines(text);
  if (lex === undefined) return { lines: escapeHtml(text).split('\n'), note: null };
  const writer = new LineWriter();
  lex(text, writer.write);
  return { lines: writer.finish(), note: null };
}

/** The same as one piece of HTML, for code that needs no line numbers. */
export function highlight(code: string, language: string): string {
  return highlightLines(code, language).lines.join('\n');
}

function plainLines(text: string): HighlightedCode {
  const isCut = text.length > MAX_SHOWN;
  // Not between the halves of a surrogate pair.
  const end = isCut && isHighSurrogate(text.charCodeAt(MAX_SHOWN - 1)) ? MAX_SHOWN - 1 : MAX_SHOWN;
  const shown = isCut ? text.slice(0, end) : text;
  const note = isCut ? TEXT.cutCode(size(shown), size(text)) : TEXT.plainCode;
  return { lines: escapeHtml(shown).split('\n'), note };
}

function size(text: string): string {
  return formatBytes(new TextEncoder().encode(text).length);
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function hasLongLine(text: string): boolean {
  let start = 0;
  while (text.length - start > MAX_COLOURED_LINE) {
    const end = text.indexOf('\n', start);
    if (end === -1 || end - start > MAX_COLOURED_LINE) return true;
    start = end + 1;
  }
  return false;
}
