import { z } from 'zod';

/** What is written of a run, in the archive as on a site: validated where it comes back. */
const text = z.string().nullable();
const number = z.number().nullable();

export const triggerSchema = z
  .object({
    system: z.string(),
    job: text,
    reason: text,
    branch: text,
    commit: text,
    actor: text,
    url: text,
  })
  .nullable();

/** A run without its results, and without what follows from them. */
export const runFactsSchema = z.object({
  id: z.string().min(1),
  invocationId: text,
  which: text,
  command: z.string(),
  startedAt: text,
  completedAt: text,
  elapsed: number,
  dbtVersion: text,
  args: z.record(z.string(), z.unknown()),
  target: text,
  threads: number,
  trigger: triggerSchema,
  isLogOnly: z.boolean(),
  errors: z.array(z.string()),
  folder: z.string(),
});

const intervals = z.array(z.tuple([text, text]));
export const batchesSchema = z.object({ successful: intervals, failed: intervals });

export const periodSchema = z.object({ count: z.number(), period: z.string() }).nullable();

export const freshnessSchema = z.object({
  uniqueId: z.string(),
  status: z.string(),
  maxLoadedAt: text,
  snapshottedAt: text,
  age: number,
  warnAfter: periodSchema,
  errorAfter: periodSchema,
  error: text,
});
