import type { Element, Root } from 'hast';
import rehypeRaw from 'rehype-raw';
import { unified } from 'unified';

/** Parses a whole HTML document as a browser does. */
export function parsePage(html: string): Root {
  const tree: Root = { type: 'root', children: [{ type: 'raw', value: html }] };
  return unified().use(rehypeRaw).runSync(tree);
}

/** All elements of a page in document order, those inside templates included. */
export function elements(root: Root): Element[] {
  const found: Element[] = [];
  const stack: (Root | Element)[] = [root];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.type === 'element') found.push(node);
    const inner =
      node.type === 'element' && node.content !== undefined ? node.content.children : [];
    const children = [...node.children, ...inner].filter((child) => child.type === 'element');
    stack.push(...children.reverse());
  }
  return found;
}

/** The text of an element and of all that is in it. */
export function textOf(node: Root | Element): string {
  let text = '';
  const stack: unknown[] = [node];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    if (isText(next)) text += next.value;
    else if (hasChildren(next)) stack.push(...[...next.children].reverse());
  }
  return text;
}

/** A property as text; empty when it isn't set. */
export function property(element: Element, name: string): string {
  const value = element.properties[name];
  return Array.isArray(value) ? value.join(' ') : String(value ?? '');
}

function isText(node: unknown): node is { type: 'text'; value: string } {
  return typeof node === 'object' && node !== null && 'type' in node && node.type === 'text';
}

function hasChildren(node: unknown): node is { children: readonly unknown[] } {
  return typeof node === 'object' && node !== null && 'children' in node;
}
