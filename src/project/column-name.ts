const CLOSING: Readonly<Record<string, string>> = { '"': '"', '`': '`', '[': ']' };

/** A column's name without the quotes that YAML and tests put around it: `"Order No"`, `` `id` ``, `[id]`. */
export function unquotedName(name: string): string {
  const closing = CLOSING[name.charAt(0)];
  return closing !== undefined && name.length > 2 && name.endsWith(closing)
    ? name.slice(1, -1)
    : name;
}

/** What all names of one column have in common, however they are quoted and in whatever case. */
export function foldColumnName(name: string): string {
  return unquotedName(name).toLowerCase();
}
