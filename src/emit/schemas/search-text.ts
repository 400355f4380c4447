import { z } from 'zod';
import { apiVersion, count } from './common.ts';

/** `/search/text/<index>/<print>.json`: what an index of Pagefind is made of. */
export const searchWordsFileSchema = z.strictObject({
  api_version: apiVersion,
  version: z.string().describe('Of Pagefind.'),
  lengths: z.array(count).describe('Words of each text.'),
  words: z.array(z.string()).describe('Names of the files `words/<name>.pf_index`.'),
  first: z
    .array(z.string())
    .describe(
      'Of each of them, how its first word begins; it has all words from there to the next.',
    ),
  texts: z.array(z.string()).describe('Names of the folders `texts/<name>/`.'),
  texts_in: z.array(count).describe('How many texts are in each of them.'),
  texts_per_file: count.describe('Texts of each file `texts/<name>/<number>.json` but the last.'),
});

/** `/search/text/<index>/texts/<name>/<number>.json`: some of the texts of an index. */
export const searchTextsFileSchema = z.strictObject({
  api_version: apiVersion,
  paths: z.array(z.string()).describe('Of their pages, below the base.'),
  texts: z
    .array(z.string())
    .describe('What is written of each, in passages that begin with a mark of their own.'),
});
