/**
 * Follows a link that was made for dbt docs, `/#!/model/model.shop.orders`, to the same page here; to the list that it
 * would stand in where there is no such page, as generic tests have none.
 */
export async function followOldLink(): Promise<void> {
  if (!location.hash.startsWith('#!/')) return;
  const { routeTarget } = await import('../view/dbt-route.ts');
  const target = routeTarget(location.hash);
  if (target === null) return;
  const home = new URL('./', location.href);
  const page = target.page === null ? null : new URL(target.page, home);
  const isThere = page !== null && (await exists(page));
  location.replace(isThere ? page : new URL(target.list, home));
}

async function exists(page: URL): Promise<boolean> {
  try {
    const { ok } = await fetch(page, { method: 'HEAD' });
    return ok;
  } catch {
    return false;
  }
}
