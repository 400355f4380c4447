const TIMEOUT_MS = 600_000;
const MOST_REDIRECTS = 5;

/**
 * Asks an address for a file and follows redirects, as servers of artifacts send one to where they
 * are stored. `fetch` by itself would take every header there but a few that it knows.
 *
 * @param secrets headers for the host of the address alone
 * @param others headers for every host
 */
export async function requestArtifact(
  address: URL,
  secrets: Readonly<Record<string, string>>,
  others: Readonly<Record<string, string>>,
  effects: { readonly fetch: typeof fetch },
): Promise<Response> {
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  const { username, password } = address;
  const login = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  const own = {
    ...(username === '' ? {} : { authorization: `Basic ${btoa(login)}` }),
    ...secrets,
  };
  let url = new URL(address);
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
    [url.username, url.password] = ['', ''];
    const headers = url.origin === address.origin ? { ...own, ...others } : others;
    const response = await effects.fetch(url, { headers, redirect: 'manual', signal });
    const location = response.headers.get('location');
    if (![301, 302, 303, 307, 308].includes(response.status) || location === null) return response;
    await response.body?.cancel();
    url = new URL(location, url);
  }
  throw new Error(`it was redirected more than ${String(MOST_REDIRECTS)} times`);
}
