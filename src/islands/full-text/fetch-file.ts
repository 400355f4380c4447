/** A file of the site. */
export async function fetchFrom(href: string, cache: RequestCache = 'default'): Promise<Response> {
  const response = await fetch(href, { cache });
  if (!response.ok) throw new Error(`${href} is ${response.status}`);
  return response;
}

/** A JSON file of the site, written by the same release as this script. */
export async function fetchFile(href: string, cache: RequestCache): Promise<unknown> {
  return (await fetchFrom(href, cache)).json();
}
