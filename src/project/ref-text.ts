/** What a `ref()` or `source()` written in YAML points at. */
export type RefText =
  | {
      readonly kind: 'ref';
      readonly packageName: string | null;
      readonly name: string;
      readonly version: string | null;
    }
  | { readonly kind: 'source'; readonly sourceName: string; readonly name: string };

const QUOTED = String.raw`(?:'([^']*)'|"([^"]*)")`;
const REF = new RegExp(
  String.raw`\bref\(\s*${QUOTED}\s*(?:,\s*${QUOTED}\s*)?(?:,\s*(?:v|version)\s*=\s*['"]?([\w.]+)['"]?\s*)?\)`,
);
const SOURCE = new RegExp(String.raw`\bsource\(\s*${QUOTED}\s*,\s*${QUOTED}\s*\)`);

/**
 * Finds the first `ref('…')` or `source('…', '…')` in a text such as `{{ get_where_subquery(ref('orders')) }}`.
 * Null when there is none.
 */
export function parseRefText(text: string): RefText | null {
  const source = SOURCE.exec(text);
  if (source !== null) {
    return {
      kind: 'source',
      sourceName: source[1] ?? source[2] ?? '',
      name: source[3] ?? source[4] ?? '',
    };
  }
  const ref = REF.exec(text);
  if (ref === null) return null;
  const first = ref[1] ?? ref[2] ?? '';
  const second = ref[3] ?? ref[4] ?? null;
  return {
    kind: 'ref',
    packageName: second === null ? null : first,
    name: second ?? first,
    version: ref[5] ?? null,
  };
}
