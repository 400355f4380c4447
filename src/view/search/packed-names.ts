import type { Columns } from '../../search/column-index.ts';
import type { Name } from '../../search/name.ts';
import {
  columnReader,
  packColumn,
  packTexts,
  textReader,
  type PackedColumn,
  type PackedTexts,
} from '../list/packed-column.ts';

/** Names in the keys of the JSON contract, one column a fact. */
export interface PackedNames {
  readonly name: PackedColumn<string>;
  /** null where it is the name. */
  readonly short_name: PackedColumn<string | null>;
  readonly unique_id: PackedTexts;
  readonly href: PackedTexts;
  readonly resource_type: PackedColumn<string>;
  readonly package_name: PackedColumn<string>;
  readonly folder: PackedColumn<string>;
  readonly label: PackedColumn<string | null>;
  readonly uses: PackedColumn<number>;
  readonly is_old_version: PackedColumn<boolean>;
}

/** Packs what search finds by name, in the order of the names. */
export function packNames(names: readonly Name[]): PackedNames {
  const called = names.map(({ name }) => name);
  const ids = names.map(({ uniqueId }) => uniqueId);
  return {
    name: packColumn(called),
    short_name: packColumn(
      names.map(({ name, shortName }) => (shortName === name ? null : shortName)),
    ),
    unique_id: packTexts(ids, 'name', called),
    href: packTexts(
      names.map(({ href }) => href),
      'unique_id',
      ids,
    ),
    resource_type: packColumn(names.map(({ resourceType }) => resourceType)),
    package_name: packColumn(names.map(({ packageName }) => packageName)),
    folder: packColumn(names.map(({ folder }) => folder)),
    label: packColumn(names.map(({ label }) => label)),
    uses: packColumn(names.map(({ uses }) => uses)),
    is_old_version: packColumn(names.map(({ isOldVersion }) => isOldVersion)),
  };
}

/** The names that `packNames` packed. */
export function unpackNames(packed: PackedNames, count: number): Name[] {
  const name = columnReader(packed.name);
  const shortName = columnReader(packed.short_name);
  const uniqueId = textReader(packed.unique_id);
  const href = textReader(packed.href);
  const resourceType = columnReader(packed.resource_type);
  const packageName = columnReader(packed.package_name);
  const folder = columnReader(packed.folder);
  const label = columnReader(packed.label);
  const uses = columnReader(packed.uses);
  const isOldVersion = columnReader(packed.is_old_version);
  return Array.from({ length: count }, (_, row) => {
    const itsName = name(row) ?? '';
    const itsId = uniqueId(row, itsName) ?? '';
    return {
      uniqueId: itsId,
      name: itsName,
      shortName: shortName(row) ?? itsName,
      resourceType: resourceType(row) ?? '',
      packageName: packageName(row) ?? '',
      folder: folder(row) ?? '',
      label: label(row) ?? null,
      href: href(row, itsId) ?? '',
      uses: uses(row) ?? 0,
      isOldVersion: isOldVersion(row) ?? false,
    };
  });
}

/** Columns in the keys of the JSON contract. */
export interface PackedColumns {
  readonly name: readonly string[];
  /** For each name the resources that have it: the first by its position, each other by its distance from the one before. */
  readonly resources: readonly (readonly number[])[];
}

/** Packs the names of columns, each with the resources that have it. */
export function packColumns({ names, resources }: Columns): PackedColumns {
  return {
    name: names,
    resources: resources.map((places) => places.map((at, index) => at - (places[index - 1] ?? 0))),
  };
}

/** The columns that `packColumns` packed. */
export function unpackColumns({ name, resources }: PackedColumns): Columns {
  return {
    names: name,
    resources: resources.map((steps) => {
      let at = 0;
      return steps.map((step) => (at += step));
    }),
  };
}
