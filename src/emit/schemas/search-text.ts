import { z } from 'zod';
import { apiVersion, count } from './common.ts';

/** `/search/text/<index>/index.json`: what an index of Pagefind is made of. */
export const searchWordsFileSchema = z.strictObject({
  api_version: apiVersion,
  version: z.string().describe('Of Pagefind.'),
  lengths: z.array(count).describe('Words of each text, to a thirtieth.'),
  first: z
    .array(z.string())
    .describe(
      'Of each file `words/<number>.pf_index`, how its first word begins; it has all words from there to the next.',
    ),
  texts: z
    .array(z.string())
    .describe('Names of the folders, beside that of the index, that hold the texts.'),
  texts_in: z.array(count).describe('How many texts are in each of them.'),
  texts_per_file: count.describe('Texts of each file `texts/<number>.json` but the last.'),
});

/** `/search/text/<texts>/texts/<number>.json`: some of the texts of an index. */
export const searchTextsFileSchema = z.strictObject({
  api_version: apiVersion,
  paths: z.array(z.string()).describe('Of their pages, below the base.'),
  texts: z
    .array(z.string())
    .describe('What is written of each, in passages that begin with a mark of their own.'),
});
