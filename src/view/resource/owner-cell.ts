import type { Resource } from '../../project/resource.ts';
import { mailCell } from '../cells.ts';
import type { ViewContext } from '../context.ts';
import type { Cell } from '../section.ts';

/** Who answers for a resource, with a link to all that is theirs; null when nobody is named. */
export function ownerCell({ owner }: Resource, { links }: ViewContext): Cell | null {
  if (owner === null) return null;
  return { kind: 'pages', pages: [{ text: owner.name, href: links.ownerHref(owner.name) }] };
}

/** Where the owner can be written to; null where no address is told. */
export function emailCell({ owner }: Resource): Cell | null {
  return owner === null || owner.email === null ? null : mailCell(owner.email);
}
