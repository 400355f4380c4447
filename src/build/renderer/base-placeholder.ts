/**
 * Stands for the site's base path in compiled assets and pages. Compiling happens once, in our
 * release; the base is known only when a site is built, and replaces this then.
 */
export const BASE_PLACEHOLDER = '/__site_base__';

/**
 * Puts the real base path in.
 *
 * @param text HTML, CSS or JavaScript of the compiled renderer
 * @param base begins and ends with a slash
 */
export function replaceBase(text: string, base: string): string {
  return text.replaceAll(`${BASE_PLACEHOLDER}/`, base);
}
