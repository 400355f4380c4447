/** What a request's target means. */
export type Target =
  /** A path below the site's folder, with forward slashes; a folder ends with a slash or is empty. */
  | { readonly kind: 'path'; readonly path: string; readonly query: string }
  | { readonly kind: 'redirect'; readonly location: string }
  | { readonly kind: 'bad' }
  | { readonly kind: 'none' };

/**
 * Reads the target of a request.
 *
 * @param target as it stands in the request line, e.g. `/docs/models/?q=1`
 * @param base begins and ends with a slash
 */
export function resolvePath(target: string, base: string): Target {
  const [rawPath = '', ...rest] = target.split('?');
  const query = rest.length > 0 ? `?${rest.join('?')}` : '';
  if (!rawPath.startsWith('/')) return { kind: 'bad' };
  if (base !== '/' && (rawPath === '/' || `${rawPath}/` === base)) {
    return { kind: 'redirect', location: base + query };
  }
  if (!rawPath.startsWith(base)) return { kind: 'none' };
  const segments: string[] = [];
  for (const raw of rawPath.slice(base.length).split('/')) {
    try {
      segments.push(decodeURIComponent(raw));
    } catch {
      return { kind: 'bad' };
    }
  }
  const last = segments.pop() ?? '';
  const isAllowed = (segment: string): boolean => !/^\.|[/\\\0]/.test(segment);
  // An empty segment inside (`//`) names nothing, and a name with a dot first is never published.
  if (!segments.every((segment) => segment !== '' && isAllowed(segment)) || !isAllowed(last)) {
    return { kind: 'none' };
  }
  return { kind: 'path', path: [...segments, last].join('/'), query };
}
