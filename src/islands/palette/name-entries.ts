import { PALETTE } from '../../messages/palette.ts';
import { rankColumns, type ColumnHit, type ColumnIndex } from '../../search/column-index.ts';
import { rankNames, type NameIndex } from '../../search/name-index.ts';
import type { Name } from '../../search/name.ts';
import { typeClass, typeCode, typeWord } from '../../view/format-type.ts';
import { columnAnchor } from '../../view/column-anchor.ts';
import type { Entry, Found } from './palette-entry.ts';

/** The resources that a query may mean. */
export function findResources(query: string, index: NameIndex, most: number): Found {
  const hits = rankNames(query, index);
  return {
    entries: hits.slice(0, most).map(({ name }) => resourceEntry(name)),
    total: hits.length,
    kind: hits[0]?.kind ?? null,
  };
}

/** The columns that a query may mean. One of several resources opens the list of them. */
export function findColumns(query: string, index: ColumnIndex, most: number): Found {
  const hits = rankColumns(query, index, most);
  return {
    entries: hits.flatMap((hit) => columnEntry(hit, index.names)),
    total: hits.length,
    kind: hits[0]?.kind ?? null,
  };
}

function resourceEntry({ name, label, href, resourceType, folder, packageName }: Name): Entry {
  const place = folder === '' ? packageName : folder;
  return {
    key: href,
    label: name,
    detail: label === null ? place : `${label} · ${place}`,
    glyph: typeClass(resourceType),
    isName: true,
    code: typeCode(resourceType),
    does: href,
  };
}

function columnEntry({ column, places }: ColumnHit, { names }: NameIndex): Entry[] {
  const all = places.flatMap(({ at, column: written }): Entry[] => {
    const owner = names[at];
    if (owner === undefined) return [];
    const href = `${owner.href}#${columnAnchor(written)}`;
    const { name, resourceType, folder } = owner;
    return [
      {
        key: href,
        label: name,
        detail: folder,
        glyph: typeClass(resourceType),
        isName: true,
        code: typeCode(resourceType),
        does: href,
      },
    ];
  });
  const [first] = all;
  if (first === undefined) return [];
  const shared = { label: column, glyph: 'column', isName: true } as const;
  if (all.length === 1) {
    return [{ ...first, ...shared, detail: PALETTE.columnOf(first.label), code: '' }];
  }
  const types = new Set(places.map(({ at }) => names[at]?.resourceType ?? ''));
  const [type = ''] = types;
  const where = PALETTE.columnIn(all.length, types.size === 1 ? typeWord(type) : null);
  return [
    {
      ...shared,
      key: `column:${column}`,
      detail: where,
      does: { title: `${column} ${where}`, entries: all },
    },
  ];
}
