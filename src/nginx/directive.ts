/**
 * A text as one parameter of a directive.
 *
 * @throws Error for what no parameter can hold: settings.ts lets none of it through
 */
export function quoted(text: string): string {
  // ASCII that can be printed, but for "$".
  if (!/^[ -#%-~]*$/.test(text)) {
    throw new Error(`${JSON.stringify(text)} cannot stand in nginx's configuration.`);
  }
  return `"${text.replaceAll(/["\\]/g, String.raw`\$&`)}"`;
}

/** A header on every answer, beside those of nginx.conf; none where the value is empty. */
export function addHeader(name: string, value: string): string {
  return `add_header ${name} ${value} always;`;
}

/** Browsers come by HTTPS alone for two years. */
export const STRICT_TRANSPORT = addHeader('Strict-Transport-Security', quoted('max-age=63072000'));
