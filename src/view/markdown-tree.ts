import { TEXT } from '../messages/text.ts';
import type { Element, ElementContent, Root, RootContent } from 'hast';

const HEADING = /^h([1-6])$/;
const RASTER_IMAGE = /^data:image\/(?:png|jpeg|gif|webp|avif);base64,/i;
const SAFE_SCHEME = /^(?:https?|mailto):/i;
const SCHEME = /^[a-z][a-z0-9+.-]*:/i;

/** The first heading of a description comes under the `h2` of its section. */
const TOP_HEADING = 3;

/**
 * Fits what an author wrote into a page of ours: heading levels go on from the section's, links that would lead nowhere
 * become text (with their target, where it is a file of the project), and images that would have to be fetched become links. Changes the tree.
 */
export function fitIntoPage(root: Root): void {
  shiftHeadings(root);
  root.children = root.children.flatMap((child) => fitNode(child));
}

function fitNode<Content extends RootContent | ElementContent>(
  node: Content,
): (Content | ElementContent)[] {
  if (node.type !== 'element') return [node];
  if (node.tagName === 'input') return [checkbox(node)];
  if (node.tagName === 'img') return fitImage(node);
  node.children = node.children.flatMap((child) => fitNode(child));
  return node.tagName === 'a' ? fitLink(node) : [node];
}

/** The boxes of a task list say their state in text: a form control without a label says it to nobody. */
function checkbox(input: Element): ElementContent {
  return { type: 'text', value: isSet(input.properties['checked']) ? '☑' : '☐' };
}

function isSet(property: unknown): boolean {
  return property !== undefined && property !== null && property !== false;
}

function fitLink(link: Element): ElementContent[] {
  const href = textOf(link.properties['href']).trim();
  // Anchors inside a description don't exist here: ids are dropped, since two descriptions could share one.
  if (href === '' || href.startsWith('#')) return link.children;
  const isExternal = SCHEME.test(href) || href.startsWith('//');
  if (SCHEME.test(href) && !SAFE_SCHEME.test(href)) return link.children;
  if (!isExternal && !href.startsWith('/')) return withTarget(link.children, href);
  link.properties = {
    href,
    ...(link.properties['title'] === undefined ? {} : { title: textOf(link.properties['title']) }),
    ...(isExternal ? { rel: ['noopener', 'nofollow'] } : {}),
  };
  return [link];
}

/** A path that starts at the file in the repository leads nowhere from here, but it says where to look. */
function withTarget(children: readonly ElementContent[], path: string): ElementContent[] {
  const code: ElementContent = {
    type: 'element',
    tagName: 'code',
    properties: {},
    children: [{ type: 'text', value: path }],
  };
  return [...children, { type: 'text', value: ' (' }, code, { type: 'text', value: ')' }];
}

/** Nothing is loaded from elsewhere, and the project's own images aren't part of the artifacts. */
function fitImage(image: Element): ElementContent[] {
  const source = textOf(image.properties['src']).trim();
  const alt = textOf(image.properties['alt']);
  if (RASTER_IMAGE.test(source)) {
    image.properties = { src: source, alt };
    return [image];
  }
  const text: ElementContent = { type: 'text', value: alt === '' ? TEXT.image : alt };
  if (!/^https?:\/\//i.test(source)) {
    return source === '' || SCHEME.test(source) ? [text] : withTarget([text], source);
  }
  const properties = { href: source, rel: ['noopener', 'nofollow'], title: TEXT.foreignImage };
  return [{ type: 'element', tagName: 'a', properties, children: [text] }];
}

/** Raises the levels so that the highest one used is the top, and none is skipped on the way down. */
function shiftHeadings(root: Root): void {
  const headings: Element[] = [];
  collectHeadings(root.children, headings);
  const highest = Math.min(...headings.map(levelOf));
  let previous = TOP_HEADING - 1;
  for (const heading of headings) {
    const level = Math.min(TOP_HEADING + levelOf(heading) - highest, previous + 1, 6);
    heading.tagName = `h${level}`;
    previous = level;
  }
}

function collectHeadings(
  nodes: readonly (RootContent | ElementContent)[],
  headings: Element[],
): void {
  for (const node of nodes) {
    if (node.type !== 'element') continue;
    if (HEADING.test(node.tagName)) headings.push(node);
    collectHeadings(node.children, headings);
  }
}

function levelOf(heading: Element): number {
  return Number(heading.tagName.slice(1));
}

function textOf(property: unknown): string {
  return typeof property === 'string' ? property : '';
}
