import { FIELDS, type Field } from './list-fields.ts';

/** One condition of a filter. An item must meet all of them. */
export interface Term {
  /** null for a word that may stand anywhere. */
  readonly field: Field | null;
  /** It meets the condition by any of these; never empty. */
  readonly values: readonly TermValue[];
  readonly isNegated: boolean;
  /** As it was typed. */
  readonly source: string;
}

export interface TermValue {
  readonly text: string;
  /** In quotes: taken as it stands, `*` included. */
  readonly isQuoted: boolean;
}

const FIELD_NAMES: ReadonlyMap<string, Field> = new Map([
  ...FIELDS.map((field): [string, Field] => [field, field]),
  // What people type for these.
  ['tags', 'tag'],
  ['folder', 'path'],
  ['file', 'path'],
  ['materialization', 'materialized'],
  ['resource_type', 'type'],
]);

/**
 * Reads a filter: words, `field:value`, `field:one,other`, `-` before either, `"quotes"` around anything. Nothing is an
 * error: an unknown field is a word with a colon in it, and a quote that never closes holds the rest.
 */
export function parseQuery(query: string): Term[] {
  return tokens(query).flatMap((source) => {
    const isNegated = source.length > 1 && source.startsWith('-');
    const body = isNegated ? source.slice(1) : source;
    const [, name = '', rest = ''] = /^([\w-]+):(.*)$/s.exec(body) ?? [];
    const field = FIELD_NAMES.get(name.toLowerCase()) ?? null;
    const values = field === null ? [valueOf(body)] : alternatives(rest).map(valueOf);
    const known = values.filter(({ text }) => text !== '');
    return known.length === 0 ? [] : [{ field, values: known, isNegated, source }];
  });
}

/** A filter without one of its terms. */
export function withoutTerm(query: string, index: number): string {
  return parseQuery(query)
    .filter((_, at) => at !== index)
    .map(({ source }) => source)
    .join(' ');
}

/** How a condition is typed. */
export function termText(field: Field, values: readonly string[]): string {
  const quoted = values.map((value) => quoteIfNeeded(value, FOUND_WITHIN.has(field)));
  return `${field}:${quoted.join(',')}`;
}

/** Fields of which a part is enough, unless it is in quotes. */
const FOUND_WITHIN: ReadonlySet<Field> = new Set(['name', 'owner']);

function quoteIfNeeded(value: string, isAlways: boolean): string {
  return isAlways || /[\s",*\\]/.test(value) ? `"${value.replace(/["\\]/g, '\\$&')}"` : value;
}

/** Cuts at spaces outside of quotes. */
function tokens(query: string): string[] {
  return split(query, (character) => /\s/.test(character)).filter((token) => token !== '');
}

function alternatives(text: string): string[] {
  return split(text, (character) => character === ',');
}

function split(text: string, isSeparator: (character: string) => boolean): string[] {
  const parts: string[] = [];
  let part = '';
  let isInQuotes = false;
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (!isInQuotes && isSeparator(character)) {
      parts.push(part);
      part = '';
      continue;
    }
    part += character;
    if (character === '\\' && isInQuotes) part += text.charAt(++at);
    else if (character === '"') isInQuotes = !isInQuotes;
  }
  parts.push(part);
  return parts;
}

function valueOf(text: string): TermValue {
  if (!text.startsWith('"')) return { text: text.replaceAll('"', ''), isQuoted: false };
  let value = '';
  for (let at = 1; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '"') continue;
    value += character === '\\' ? text.charAt(++at) : character;
  }
  return { text: value, isQuoted: true };
}
