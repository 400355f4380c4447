/** Names the address that leads nowhere, puts the list first that it may have been about, and the names close to it. */
export function showWrongAddress(): void {
  const address = document.getElementById('address');
  const { pathname } = location;
  if (address === null || pathname.endsWith('/404.html')) return;
  address.textContent = pathname;
  address.hidden = false;
  const lists = document.getElementById('lists');
  const links = [...(lists?.querySelectorAll('a') ?? [])];
  const meant = links.find((link) => pathname.startsWith(link.pathname.replace(/s\/$/, '')));
  const item = meant?.closest('li');
  if (item) lists?.prepend(item);

  const place = document.getElementById('nearest');
  const [first] = links;
  const list = meant ?? first;
  const wanted = lastName(pathname);
  if (place === null || list === undefined || wanted === '') return;
  void import('./nearest-names.ts')
    .then(({ showNearestNames }) => showNearestNames(place, list.href, wanted))
    // Without a connection the page still leads to the lists.
    .catch(() => undefined);
}

/** What the last part of a path names: `/models/model.shop.orders.json` is about `model.shop.orders`. */
function lastName(pathname: string): string {
  const last = pathname.split('/').findLast((part) => part !== '') ?? '';
  const name = last.replace(/\.(?:json|html|md)$/, '').replaceAll(/~([0-9a-f]{2})/g, '%$1');
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
