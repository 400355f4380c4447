import { z } from 'zod';
import { finishRun } from '../../runs/finish-run.ts';
import type { Run } from '../../runs/run.ts';
import { statusKind } from '../../runs/status.ts';
import { DamagedEntry } from '../damaged-entry.ts';
import { batchesSchema, periodSchema, triggerSchema } from '../run-schema.ts';

/** The version of the JSON that is read here. */
const API_VERSION = '1';

const text = z.string().nullable();
const number = z.number().nullable();
/** Sites of older releases don't have it. */
const later = text.default(null);

const fingerprintSchema = z
  .object({ code: z.string(), columns: z.string(), config: z.string() })
  .nullable();

const resultSchema = z.object({
  unique_id: z.string(),
  status: z.string(),
  message: text,
  failures: number,
  thread_id: text,
  started_at: text,
  completed_at: text,
  compile_time: number,
  execute_time: number,
  execution_time: number,
  rows_affected: number,
  adapter_response: z.record(z.string(), z.unknown()),
  batches: batchesSchema.nullable(),
  compiled_code: later,
  fingerprint: fingerprintSchema.default(null),
});

const freshnessSchema = z.object({
  unique_id: z.string(),
  status: z.string(),
  max_loaded_at: text,
  snapshotted_at: text,
  age: number,
  warn_after: periodSchema,
  error_after: periodSchema,
  error: text,
});

const logSchema = z
  .object({
    file: z.string(),
    is_truncated: z.boolean(),
    entries: z.array(
      z.object({ at: text, level: z.string(), unique_id: text, message: z.string() }),
    ),
  })
  .nullable();

const runSchema = z.object({
  id: z.string().min(1),
  invocation_id: text,
  command: z.string(),
  which: text,
  started_at: text,
  generated_at: text,
  elapsed_time: number,
  dbt_version: text,
  target: text,
  trigger: triggerSchema.default(null),
  result_count: number,
  threads: number,
  args: z.record(z.string(), z.unknown()),
  errors: z.array(z.string()),
  folder: z.string().default('.'),
  results: z.array(resultSchema),
  freshness: z.array(freshnessSchema),
  log: logSchema.default(null),
});

const pageSchema = z.object({
  next: text,
  items: z.array(z.object({ id: z.string(), json: z.string(), key: later })),
});

/** A page of `/runs/index.json`: which runs there are. File names are those in `runs/`. */
export interface PublishedPage {
  readonly next: string | null;
  readonly runs: readonly {
    readonly id: string;
    readonly file: string;
    /** Changes when the run does; null where the site is of a release that doesn't tell. */
    readonly key: string | null;
  }[];
}

/** @throws DamagedEntry */
export function readPage(source: string): PublishedPage {
  const { next, items } = parse(pageSchema, source);
  return {
    next: next === null ? null : fileName(next),
    runs: items.map(({ id, json, key }) => ({ id, key, file: fileName(json) })),
  };
}

/**
 * The run that a site published, as it was in the history that the site was built from.
 *
 * @throws DamagedEntry
 */
export function readPublishedRun(source: string): Run {
  const told = parse(runSchema, source);
  return finishRun({
    id: told.id,
    invocationId: told.invocation_id,
    which: told.which,
    command: told.command,
    startedAt: told.started_at,
    completedAt: told.generated_at,
    elapsed: told.elapsed_time,
    dbtVersion: told.dbt_version,
    args: told.args,
    target: told.target,
    threads: told.threads,
    trigger: told.trigger,
    isLogOnly: told.result_count === null,
    errors: told.errors,
    folder: told.folder,
    results: told.results.map((result) => ({
      uniqueId: result.unique_id,
      status: result.status,
      kind: statusKind(result.status),
      message: result.message,
      failures: result.failures,
      threadId: result.thread_id,
      startedAt: result.started_at,
      completedAt: result.completed_at,
      compileTime: result.compile_time,
      executeTime: result.execute_time,
      executionTime: result.execution_time,
      rowsAffected: result.rows_affected,
      adapterResponse: result.adapter_response,
      batches: result.batches,
      compiledCode: result.compiled_code,
      fingerprint: result.fingerprint,
    })),
    freshness: told.freshness.map((check) => ({
      uniqueId: check.unique_id,
      status: check.status,
      kind: statusKind(check.status),
      maxLoadedAt: check.max_loaded_at,
      snapshottedAt: check.snapshotted_at,
      age: check.age,
      warnAfter: check.warn_after,
      errorAfter: check.error_after,
      error: check.error,
    })),
    log:
      told.log === null
        ? null
        : {
            file: told.log.file,
            isTruncated: told.log.is_truncated,
            entries: told.log.entries.map(({ at, level, unique_id: uniqueId, message }) => ({
              at,
              level,
              uniqueId,
              message,
            })),
          },
  });
}

const versionSchema = z.object({ api_version: z.string() });

function parse<S extends z.ZodType>(schema: S, source: string): z.output<S> {
  let json: unknown;
  try {
    json = JSON.parse(source);
  } catch {
    const isPage = /^\s*</.test(source);
    throw new DamagedEntry(
      isPage ? 'the server sends a page of HTML in its place' : 'its JSON is cut off or damaged',
    );
  }
  const version = versionSchema.safeParse(json);
  if (!version.success) throw new DamagedEntry('it has no api_version, so no site wrote it');
  if (version.data.api_version !== API_VERSION) {
    throw new DamagedEntry(
      `it has the api_version ${version.data.api_version}, and ${API_VERSION} is read`,
      false,
    );
  }
  const read = schema.safeParse(json);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new DamagedEntry(`${issue?.path.join('.') ?? 'it'}: ${issue?.message ?? 'is not as expected'}`);
}

/** Whatever the base of the site: all files of runs lie in one folder. */
function fileName(href: string): string {
  const name = href.replace(/[?#].*$/, '').split('/').at(-1) ?? '';
  if (name === '' || name === '..') throw new DamagedEntry(`${href} names no file`);
  return name;
}
