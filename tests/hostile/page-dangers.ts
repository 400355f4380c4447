import type { Element } from 'hast';
import { elements, parsePage, property, textOf } from './page-tree.ts';

/** Attributes that make a browser load, run or open what they name. */
const URL_ATTRIBUTES = [
  'href',
  'src',
  'srcSet',
  'action',
  'formAction',
  'xLinkHref',
  'data',
  'poster',
  'background',
  'cite',
  'longDesc',
  'ping',
  'manifest',
] as const;

/** Elements that no text of an artifact may bring into a page. */
const FORBIDDEN_ELEMENTS = new Set([
  'applet',
  'audio',
  'base',
  'embed',
  'frame',
  'frameset',
  'iframe',
  'math',
  'object',
  'portal',
  'video',
]);

/** Elements that a page may have only as the generator writes them on every site. */
const OWN_ELEMENTS = new Set(['script', 'style', 'link', 'meta', 'form', 'button', 'template']);

/** What a page must not hold unless a harmless build of the same pages holds it too. */
export function ownElements(html: string): Set<string> {
  return new Set(
    elements(parsePage(html))
      .filter((element) => OWN_ELEMENTS.has(element.tagName))
      .map(signature),
  );
}

/**
 * Everything in a page that an attacker could have put there.
 *
 * @param own signatures of what the generator itself writes, from `ownElements`
 * @returns a sentence for each find; empty for a safe page
 */
export function dangers(html: string, own: ReadonlySet<string>): string[] {
  const found: string[] = [];
  for (const element of elements(parsePage(html))) {
    const tag = element.tagName;
    if (FORBIDDEN_ELEMENTS.has(tag)) found.push(`<${tag}> in the page`);
    if (OWN_ELEMENTS.has(tag) && !own.has(signature(element))) {
      found.push(`<${tag}> that is not ours: ${signature(element).slice(0, 200)}`);
    }
    for (const name of Object.keys(element.properties)) {
      if (/^on/i.test(name)) found.push(`${name}="…" on <${tag}>`);
    }
    for (const name of URL_ATTRIBUTES) {
      const url = property(element, name);
      if (runsCode(url)) found.push(`${name}="${url.slice(0, 80)}" on <${tag}>`);
    }
    const style = property(element, 'style');
    if (/[{}<>]|url\s*\(|expression|@import|position\s*:/i.test(style)) {
      found.push(`style="${style.slice(0, 80)}" on <${tag}>`);
    }
  }
  return found;
}

/** What tells one element of the generator's from another: meta and link by what they are for. */
function signature(element: Element): string {
  const tag = element.tagName;
  if (tag === 'meta') {
    const purpose = ['httpEquiv', 'name', 'property', 'charSet'].find((name) =>
      Boolean(property(element, name)),
    );
    return `meta ${purpose ?? ''}=${property(element, purpose ?? '')}`;
  }
  if (tag === 'link') {
    const rel = property(element, 'rel');
    const isOfPage = /alternate|canonical|prev|next/.test(rel);
    return `link ${rel} ${isOfPage ? property(element, 'type') : asset(property(element, 'href'))}`;
  }
  if (tag === 'form') return `form ${property(element, 'action')}`;
  if (tag === 'button') return `button ${property(element, 'type')}`;
  if (tag === 'template') return 'template';
  const isData = /json/.test(property(element, 'type'));
  const body = isData ? '' : textOf(element);
  return `${tag} ${property(element, 'type')} ${asset(property(element, 'src'))} ${body}`;
}

/** Our own assets are all the same to an attacker; their hashes change with every compilation, or with what is indexed. */
function asset(url: string): string {
  return url
    .replace(/^\/_assets\/[\w.~-]+$/, '/_assets/…')
    .replace(/^(\/search\/text\/)[\w-]{12}(\/[\w.-]+)$/, '$1…$2');
}

function runsCode(url: string): boolean {
  // Browsers skip white space and control characters in a scheme.
  const plain = [...url].filter((character) => character > ' ').join('');
  return /^(javascript|vbscript|data|blob|file):/i.test(plain);
}
