import { PALETTE } from '../../messages/palette.ts';
import { SHORTCUTS } from '../../messages/shortcuts.ts';
import { explorerSearch } from '../../view/explorer-search.ts';
import type { Name } from '../../search/name.ts';
import { copyByKey } from '../copy-text.ts';
import type { Entry, Lines } from './palette-entry.ts';

/**
 * What can be done with a resource that was found, without going to its page.
 *
 * @param base of the site
 */
export function resourceActions(name: Name, base: string): Lines {
  const { uniqueId, href } = name;
  const { actions, commands } = PALETTE;
  const copy = (label: string, text: string): Entry => ({
    key: `copy:${label}`,
    label,
    detail: text,
    glyph: 'copy',
    does: () => void copyByKey(text, null),
  });
  const lead = (label: string, glyph: string, to: string): Entry => ({
    key: to,
    label,
    detail: '',
    glyph,
    does: to,
  });
  const call = callOf(name);
  const search = explorerSearch(name);
  return {
    title: name.name,
    entries: [
      copy(SHORTCUTS.copyId, uniqueId),
      ...(call === null ? [] : [copy(actions.copyCall, call)]),
      ...(search === ''
        ? []
        : [lead(commands.lineage(name.name), 'ty-semantic_model', `${base}lineage/${search}`)]),
      lead(actions.json, 'ty-macro', href.replace(/\/$/, '.json')),
      lead(actions.open, 'external', href),
    ],
  };
}

/** How SQL refers to it; null where it can't. */
function callOf({ name, shortName, resourceType }: Name): string | null {
  if (resourceType === 'source') {
    const source = name.slice(0, -shortName.length - 1);
    return `{{ source('${source}', '${shortName}') }}`;
  }
  if (!REFERRED.has(resourceType)) return null;
  const version = name === shortName ? '' : name.slice(shortName.length + '.v'.length);
  if (version === '') return `{{ ref('${shortName}') }}`;
  return `{{ ref('${shortName}', v=${/^\d+$/.test(version) ? version : `'${version}'`}) }}`;
}

const REFERRED: ReadonlySet<string> = new Set(['model', 'seed', 'snapshot']);
