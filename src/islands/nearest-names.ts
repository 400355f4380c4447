import type { ListItem } from '../view/list/list-item.ts';
import { nearestRows } from '../view/nearest-rows.ts';
import { element } from './element.ts';
import { fetchRows } from './list/fetch-rows.ts';

const MOST = 6;

/**
 * Fills a list with the pages whose names come closest to an address that leads nowhere.
 *
 * @param listHref the list that it was about: `/models/`
 * @param wanted the last part of the address, decoded
 */
export async function showNearestNames(
  place: HTMLElement,
  listHref: string,
  wanted: string,
): Promise<void> {
  const rows = await fetchRows(new URL('rows.json', listHref).href);
  const found = nearestRows(wanted, rows, MOST).map(itemOf);
  if (found.length === 0) return;
  place.querySelector('ul')?.replaceChildren(...found);
  place.hidden = false;
}

function itemOf({ name, href, folder, summary }: ListItem): HTMLElement {
  const link = document.createElement('a');
  link.className = 'name';
  link.href = href ?? '';
  link.textContent = name;
  const more = [folder, summary].filter((text) => text !== '').join(' · ');
  return element('li', '', link, ' ', element('span', 'muted', more));
}
