/** Names the address that leads nowhere, and puts the lists first that it may have been about. */
export function showWrongAddress(): void {
  const address = document.getElementById('address');
  if (address === null || location.pathname.endsWith('/404.html')) return;
  address.textContent = location.pathname;
  address.hidden = false;
  const lists = document.getElementById('lists');
  if (lists === null) return;
  for (const link of lists.querySelectorAll('a')) {
    const singular = link.pathname.replace(/s\/$/, '');
    const item = link.closest('li');
    if (item !== null && location.pathname.startsWith(singular)) lists.prepend(item);
  }
}
