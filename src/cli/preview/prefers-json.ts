/**
 * Whether a request would rather have JSON than HTML: it names a JSON type, and weighs it higher
 * than HTML. No header, or one that takes anything, gets HTML: link previews send these.
 */
export function prefersJson(accept: string | undefined): boolean {
  let json = 0;
  let html = 0;
  for (const range of (accept ?? '').toLowerCase().split(',')) {
    const [type = '', ...parameters] = range.split(';').map((part) => part.trim());
    const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
    const q = weight === undefined ? 1 : Number(weight) || 0;
    if (/^application\/([\w.-]+\+)?json$/.test(type)) json = Math.max(json, q);
    if (type === 'text/html' || type === 'application/xhtml+xml') html = Math.max(html, q);
  }
  return json > html;
}
