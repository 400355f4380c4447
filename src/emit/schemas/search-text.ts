import { z } from 'zod';
import { apiVersion, count } from './common.ts';

/** `/search/text/<index>/index.json`: what an index of Pagefind is made of. */
export const searchWordsFileSchema = z.strictObject({
  api_version: apiVersion,
  version: z.string().describe('Of Pagefind.'),
  lengths: z.array(count).describe('Words of each text.'),
  first: z
    .array(z.string())
    .describe('Of each file `words/<number>.pf_index`, how its first word begins.'),
  last: z.array(z.string()).describe('And how its last word begins.'),
  texts_per_file: count.describe('Texts of each file `texts/<number>.json` but the last.'),
});

/** `/search/text/<index>/texts/<number>.json`: some of the texts of an index. */
export const searchTextsFileSchema = z.strictObject({
  api_version: apiVersion,
  paths: z.array(z.string()).describe('Of their pages, below the base.'),
  texts: z
    .array(z.string())
    .describe('What is written of each, in passages that begin with a mark of their own.'),
});
