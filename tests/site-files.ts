import { globSync } from 'node:fs';

/** The HTML files of a built site as paths below its root, sorted. */
export function htmlFiles(site: string): string[] {
  return globSync('**/*.html', { cwd: site })
    .map((file) => file.replaceAll('\\', '/'))
    .toSorted();
}

/** The path that a browser asks for to get an HTML file: `models/index.html` is `models/`. */
export function urlPath(file: string): string {
  return file.replace(/(^|\/)index\.html$/, '$1');
}
