const plainKey = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** Writes a place in a JSON file as JSONPath: `$.nodes["model.shop.orders"].columns[0]`. */
export function formatJsonPath(keys: readonly PropertyKey[]): string {
  let path = '$';
  for (const key of keys) {
    if (typeof key === 'number') path += `[${key}]`;
    else if (plainKey.test(String(key))) path += `.${String(key)}`;
    else path += `[${JSON.stringify(String(key))}]`;
  }
  return path;
}
