/** What dbt logs of a node: `5 of 92 ERROR creating sql table model core.fct_orders ........ [ERROR in 0.12s]` */
const LOGGED = /\b\d+ of \d+ [A-Z][A-Z-]+ (.*?)(?:\s*\.{3,}.*|\s*\[.*)?$/;

/**
 * The name in what people paste: what dbt says an error is in, what a line of its log is about, the file of a path, the
 * model of a `ref`, the table of a `source`, an id without its quotes. Anything else comes back as it is.
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
  const logged =
    LOGGED.exec(bare)?.[1]
      ?.trim()
      .split(/[\s.]+/)
      .at(-1) ?? '';
  if (/[a-z]/i.test(logged)) return logged;
  const [, file] = /(?:^|[\\/])([^\\/\s]+)\.(?:sql|py|csv|ya?ml)$/i.exec(bare) ?? [];
  return file ?? bare;
}

function quotedParts(text: string): string[] {
  return [...text.matchAll(/['"]([^'"]+)['"]/g)].map(([, part]) => part ?? '');
}
