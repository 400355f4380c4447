import { statSync } from 'node:fs';
import { join } from 'node:path';
import { htmlFiles, urlPath } from '../site-files.ts';

/**
 * One page of each type that a site has, as paths below its base: every page at the top (`models/`),
 * and of the pages below each of these the one with the most in it.
 */
export function pageTypes(site: string): string[] {
  const files = htmlFiles(site);
  const tops = files.filter((file) => file.split('/').length <= 2);
  const largest = new Map<string, string>();
  for (const file of files.filter((path) => path.split('/').length > 2)) {
    const [folder = ''] = file.split('/');
    // Below health/ lie pages of two kinds: of rules, and of states.
    const top = file.startsWith('health/states/') ? 'health/states' : folder;
    const known = largest.get(top);
    if (known === undefined || size(site, file) > size(site, known)) largest.set(top, file);
  }
  return [...tops, ...largest.values()].map(urlPath).toSorted();
}

function size(site: string, file: string): number {
  return statSync(join(site, file)).size;
}
