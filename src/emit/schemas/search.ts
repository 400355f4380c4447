import { z } from 'zod';
import { apiVersion, count, href, json } from './common.ts';
import { packed, packedTexts } from './packed.ts';
import { rowsFileSchema } from './rows.ts';

const of = z.string().describe('Of the ids in their order: files of one build have the same.');

const folder = href.describe(
  'Folder of an index, which is no page: another one when the index is another.',
);

/** `/search/index.json`: what there is to search in. */
export const searchFileSchema = z.strictObject({
  api_version: apiVersion,
  of,
  href,
  json,
  total: count.describe('Resources that are found by name; positions count from 0.'),
  names: json,
  columns: json,
  facets: json,
  full_text: z
    .strictObject({
      engine: href.describe('Pagefind’s WebAssembly, gzipped.'),
      shards: z
        .array(z.strictObject({ folder, from: count.describe('Position of its first resource.') }))
        .describe('What people wrote of the resources, in the order of their positions.'),
      messages: z
        .strictObject({ folder, at: z.array(count).describe('Positions.') })
        .nullable()
        .describe('What results complained of lately; null where none did.'),
    })
    .nullable()
    .describe('null in a site that was built without it.'),
});

/** `/search/names.json`: what search finds by name, packed; what is edited together stands together. */
export const searchNamesFileSchema = z.strictObject({
  api_version: apiVersion,
  of,
  total: count,
  root_package: z.string().nullable(),
  href: href.describe('The page of search.'),
  names: z.strictObject({
    name: packed(z.string()).describe('As people say it: `dim_customers.v2`, `raw.orders`.'),
    short_name: packed(z.string().nullable()).describe(
      'Without version or source; null where that is the name.',
    ),
    unique_id: packedTexts(z.string()),
    href: packedTexts(href),
    resource_type: packed(z.string()),
    package_name: packed(z.string()),
    folder: packed(z.string()),
    label: packed(z.string().nullable()),
    uses: packed(count).describe('How many resources depend on it.'),
    is_old_version: packed(z.boolean()),
  }),
});

/** `/search/columns.json`: each name of a column once, with the resources that have it. */
export const searchColumnsFileSchema = z.strictObject({
  api_version: apiVersion,
  of,
  total: count.describe('Columns of all resources.'),
  columns: z.strictObject({
    name: z.array(z.string()).describe('In code-point order.'),
    resources: z
      .array(z.array(count))
      .describe(
        'Positions in names.json: the first as it is, each other by its distance from the one before.',
      ),
  }),
});

/** `/search/facets.json`: what search can be filtered by, packed as in `rows.json`, in the order of names.json. */
export const searchFacetsFileSchema = z.strictObject({
  api_version: apiVersion,
  of,
  total: count,
  columns: rowsFileSchema.shape.columns,
});
