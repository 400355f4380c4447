/** The forms that a page has. */
export type Form = 'html' | 'json' | 'markdown';

/**
 * Which form of a page a request would rather have. JSON when it names a JSON type and weighs it
 * higher than HTML; Markdown when it names that and weighs nothing higher, since only programs that
 * read for somebody name it at all. No header, or one that takes anything, gets HTML: link previews
 * send these.
 */
export function preferredForm(accept: string | undefined): Form {
  const weights: Record<Form, number> = { html: 0, json: 0, markdown: 0 };
  for (const range of (accept ?? '').toLowerCase().split(',')) {
    const [type = '', ...parameters] = range.split(';').map((part) => part.trim());
    const form = formOf(type);
    if (form === null) continue;
    const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
    weights[form] = Math.max(weights[form], weight === undefined ? 1 : Number(weight) || 0);
  }
  const { html, json, markdown } = weights;
  if (markdown > 0 && markdown >= html && markdown >= json) return 'markdown';
  return json > html ? 'json' : 'html';
}

function formOf(type: string): Form | null {
  if (/^application\/([\w.-]+\+)?json$/.test(type)) return 'json';
  if (type === 'text/html' || type === 'application/xhtml+xml') return 'html';
  return type === 'text/markdown' ? 'markdown' : null;
}
