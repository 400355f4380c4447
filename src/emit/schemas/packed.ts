import { z } from 'zod';
import { count } from './common.ts';

/** The value that all rows share, a value a row, or the different values with the one of each row by its place. */
export function packed<T extends z.ZodType>(value: T) {
  return z.union([
    z.strictObject({ same: value }),
    z.strictObject({ each: z.array(value) }),
    z.strictObject({ values: z.array(value), at: z.array(count) }),
  ]);
}

/** `{}` in a text stands for what its row has in the column `of`. */
export function packedTexts<T extends z.ZodType>(text: T) {
  const of = z.enum(['name', 'unique_id']).optional();
  return z.union([
    z.strictObject({ same: text, of }),
    z.strictObject({ each: z.array(text), of }),
    z.strictObject({ values: z.array(text), at: z.array(count), of }),
  ]);
}
