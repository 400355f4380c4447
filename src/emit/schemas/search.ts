import { z } from 'zod';
import { apiVersion, count, href } from './common.ts';
import { packed, packedTexts } from './packed.ts';

const of = z.string().describe('Of the ids in their order: files of one build have the same.');

/** `/search/names.json`: what search finds by name, packed, in code-point order of `unique_id`. */
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
