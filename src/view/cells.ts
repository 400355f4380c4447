import { formatNumber } from '../messages/format-number.ts';
import type { ResourceLink } from './resource-link.ts';
import type { Cell, Fact } from './section.ts';
import type { StatusView } from './status-view.ts';

/** How many links a cell or a list shows before it says how many more there are. */
export const MOST_LINKS = 200;

export function textCell(text: string): Cell {
  return { kind: 'text', text };
}

export function codeCell(text: string, canCopy = false): Cell {
  return { kind: 'code', text, canCopy };
}

export function numberCell(value: number): Cell {
  return { kind: 'number', value, text: formatNumber(value) };
}

export function noneCell(why: string): Cell {
  return { kind: 'none', why };
}

export function statusCell(status: StatusView): Cell {
  return { kind: 'status', status };
}

/** Links, the first 200 of them; `leftOut` says how many the caller left out already. */
export function linksCell(links: readonly ResourceLink[], leftOut = 0): Cell {
  return {
    kind: 'links',
    links: links.slice(0, MOST_LINKS),
    more: Math.max(0, links.length - MOST_LINKS) + leftOut,
  };
}

/** Text where there is one, else the reason why there is none. */
export function textOr(text: string | null, why: string): Cell {
  return text === null || text === '' ? noneCell(why) : textCell(text);
}

/** Code where there is some, else the reason why there is none. */
export function codeOr(text: string | null, why: string): Cell {
  return text === null || text === '' ? noneCell(why) : codeCell(text);
}

/** Any JSON value, short ones as text, objects and lists as JSON. */
export function jsonCell(value: unknown): Cell {
  if (typeof value === 'string') return textCell(value);
  if (typeof value === 'number' && Number.isFinite(value)) return numberCell(value);
  return codeCell(safeJson(value));
}

/** The facts whose value is known. */
export function facts(entries: readonly (readonly [label: string, value: Cell | null])[]): Fact[] {
  return entries.flatMap(([label, value]) => (value === null ? [] : [{ label, value }]));
}

/** An address, as a link only when its scheme is one that a reader may safely follow. */
export function urlCell(url: string): Cell {
  return /^https?:\/\//i.test(url) || /^mailto:/i.test(url)
    ? { kind: 'url', text: url, href: url }
    : codeCell(url);
}

/** How deep a value of `meta` or `config` is written out: what is deeper would fill a page with brackets. */
const MOST_DEPTH = 12;

function safeJson(value: unknown): string {
  return JSON.stringify(shallow(value, MOST_DEPTH)) ?? 'null';
}

function shallow(value: unknown, depth: number): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (depth === 0) return '…';
  if (Array.isArray(value)) return value.map((item) => shallow(item, depth - 1));
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, shallow(item, depth - 1)]),
  );
}

/** A way to write to somebody; what isn't an address is shown, but leads nowhere. Several are apart by commas. */
export function mailCell(email: string): Cell {
  const address = email
    .split(',')
    .map((part) => part.trim())
    .join(',');
  return /^[^\s@<>"?&]+@[^\s@<>"?&]+$/.test(address.split(',')[0] ?? '')
    ? { kind: 'url', text: email, href: `mailto:${encodeURI(address.toWellFormed())}` }
    : textCell(email);
}
