/**
 * The name in what people paste: what dbt says an error is in, the file of a path, the model of a `ref`, the table of a `source`, an id without its
 * quotes. Anything else comes back as it is.
 */
export function pastedName(text: string): string {
  const bare = text.trim();
  const [, ref] = /\bref\s*\(([^)]*)\)/.exec(bare) ?? [];
  if (ref !== undefined) {
    const version = /\b(?:v|version)\s*=\s*['"]?([\w.]+)/.exec(ref)?.[1];
    const parts = quotedParts(ref.replace(/\b(?:v|version)\s*=.*$/, ''));
    const name = parts.at(-1);
    if (name !== undefined) return version === undefined ? name : `${name}.v${version}`;
  }
  const [, source] = /\bsource\s*\(([^)]*)\)/.exec(bare) ?? [];
  if (source !== undefined) {
    const parts = quotedParts(source);
    if (parts.length > 0) return parts.join('.');
  }
  const [, named] = /\b(?:error|failure|warning) in [a-z_ ]+? ([\w.]+) \(/i.exec(bare) ?? [];
  if (named !== undefined) return named;
  const [, file] = /(?:^|[\\/])([^\\/\s]+)\.(?:sql|py|csv|ya?ml)$/i.exec(bare) ?? [];
  return file ?? bare;
}

function quotedParts(text: string): string[] {
  return [...text.matchAll(/['"]([^'"]+)['"]/g)].map(([, part]) => part ?? '');
}
