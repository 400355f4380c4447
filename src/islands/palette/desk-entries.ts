import { deskWords } from '../../messages/desks.ts';
import { healthPageWords } from '../../messages/health-page.ts';
import { fetchFile } from '../full-text/fetch-file.ts';
import type { Entry } from './palette-entry.ts';

/** What `/schemas/desks.json` says, as far as it is needed here. */
interface DesksJson {
  readonly items: readonly { readonly name: string; readonly href: string }[];
}

/** What `/schemas/health.json` says, as far as it is needed here. */
interface HealthJson {
  readonly rules: readonly {
    readonly name: string;
    readonly title: string;
    readonly href: string;
  }[];
}

/**
 * The desks of owners and tags, and the rules of health: pages that no navigation names. What can't be had is left out.
 *
 * @param home URL of the site's first page
 * @param pages paths of the parts of the site
 */
export async function fetchDesks(home: string, pages: ReadonlySet<string>): Promise<Entry[]> {
  const load = async <Json>(
    folder: string,
    entriesOf: (json: Json) => Entry[],
  ): Promise<Entry[]> => {
    const part = new URL(folder, home);
    if (!pages.has(part.pathname)) return [];
    // The site's own file, written by the same release as this script.
    return entriesOf((await fetchFile(new URL('index.json', part).href, 'default')) as Json);
  };
  const desks = (kind: 'owner' | 'tag') =>
    load<DesksJson>(`${kind}s/`, ({ items }) =>
      items.map(({ name, href }) => ({
        key: href,
        label: name,
        detail: deskWords[kind],
        glyph: `ty-${kind}`,
        does: href,
      })),
    );
  const rules = load<HealthJson>('health/', ({ rules: all }) =>
    all.map(({ name, title, href }) => ({
      key: href,
      label: title,
      detail: `${healthPageWords.rule} ${name}`,
      glyph: 'ty-test',
      does: href,
    })),
  );
  const parts = await Promise.allSettled([desks('owner'), desks('tag'), rules]);
  return parts.flatMap((part) => (part.status === 'fulfilled' ? part.value : []));
}
