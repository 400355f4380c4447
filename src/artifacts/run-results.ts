import { z } from 'zod';
import { ArtifactWrongShape } from '../errors/catalogue.ts';
import {
  type ArtifactMetadata,
  checkSchemaNumber,
  foreignKind,
  readArtifactMetadata,
  readScalar,
} from './artifact-metadata.ts';
import {
  isJsonObject,
  type JsonObject,
  leanObject,
  listOf,
  nullableFlag,
  nullableNumber,
  nullableRecord,
  nullableText,
  record,
  stringOrNull,
  text,
} from './fields.ts';
import { type JsonFile, topLevel } from './json-file.ts';
import { maskJson } from './mask-json.ts';
import { maskSecrets } from './mask-secrets.ts';
import { readResults } from './result-rows.ts';
import { withoutColours } from './without-colours.ts';

/** A phase of a result (`compile`, `execute`); times as dbt wrote them. */
export const timingSchema = leanObject({
  name: text,
  started_at: nullableText,
  completed_at: nullableText,
});

export const runResultSchema = leanObject({
  unique_id: z.string(),
  /** dbt's word in lower case: `success`, `error`, `skipped`, `pass`, `fail`, `warn`, `no-op` … */
  status: z.string(),
  /** The word as the file has it; null where it has none. */
  raw_status: nullableText,
  message: nullableText,
  failures: nullableNumber,
  /** Seconds. */
  execution_time: nullableNumber,
  thread_id: nullableText,
  timing: listOf(timingSchema),
  adapter_response: record,
  compiled: nullableFlag,
  compiled_code: nullableText,
  relation_name: nullableText,
  batch_results: nullableRecord,
});
export type RunResult = z.infer<typeof runResultSchema>;

/** A `run_results.json`: what one invocation did. Its ids need not be in the manifest. */
export interface RunResults {
  metadata: ArtifactMetadata;
  args: JsonObject;
  /** The command (`build`, `run`, `test`, `docs generate` as `generate` …); null when the file doesn't say. */
  which: string | null;
  /** Seconds. */
  elapsed_time: number | null;
  results: RunResult[];
}

const NEWEST_SCHEMA = 6;

/**
 * Reads the results of one invocation; null, with a diagnostic, when the file is something else.
 *
 * @throws JsonStructureError when the file is cut off or its outer structure is broken.
 */
export function readRunResults(file: JsonFile): RunResults | null {
  const top = topLevel(file);
  const metadata = readArtifactMetadata(file, top ?? []);
  const foreign = foreignKind(top, metadata, 'run-results', ['results']);
  if (top === null || foreign !== null) {
    file.diagnostics.add(ArtifactWrongShape, file.path, null, foreign ?? 'it is no object');
    return null;
  }
  checkSchemaNumber(file, metadata, NEWEST_SCHEMA);
  const rawArgs = readScalar(file, top, 'args');
  // Masked at the door, so that no page, JSON file or log line can carry a credential by accident.
  const maskedArgs = maskJson(rawArgs);
  const args = isJsonObject(maskedArgs) ? maskedArgs : {};
  const elapsed = readScalar(file, top, 'elapsed_time');
  return {
    metadata,
    args,
    which: stringOrNull(args.which) ?? stringOrNull(args.rpc_method),
    elapsed_time: typeof elapsed === 'number' ? elapsed : null,
    results: readResults(file, top, 'results', runResultSchema, upgradeResult),
  };
}

function upgradeResult(raw: JsonObject): JsonObject {
  const upgraded = isJsonObject(raw.node) ? upgradeNodeResult(raw, raw.node) : raw;
  const { status, adapter_response: response } = upgraded;
  return {
    ...upgraded,
    status: typeof status === 'string' && status !== '' ? status.toLowerCase() : 'unknown',
    raw_status: stringOrNull(raw.status),
    message:
      typeof upgraded.message === 'string'
        ? maskSecrets(withoutColours(upgraded.message))
        : upgraded.message,
    adapter_response: maskJson(typeof response === 'string' ? { _message: response } : response),
  };
}

/**
 * dbt before 0.19 writes the whole node, a free text or a number of failures as `status`, and what
 * came of it as `error`, `fail`, `warn` and `skip`.
 */
function upgradeNodeResult(raw: JsonObject, node: JsonObject): JsonObject {
  const { status, error } = raw;
  const isTest = node.resource_type === 'test';
  const failures = isTest && typeof status === 'number' ? status : null;
  const message = stringOrNull(error) ?? stringOrNull(status);
  return {
    ...raw,
    unique_id: node.unique_id,
    status: nodeOutcome(raw, isTest),
    message,
    failures,
    compiled: node.compiled,
    compiled_code: node.injected_sql ?? node.compiled_sql,
  };
}

function nodeOutcome({ error, fail, warn, skip }: JsonObject, isTest: boolean): string {
  if (skip === true) return 'skipped';
  if (error !== null && error !== undefined && error !== false) return 'error';
  if (fail === true) return 'fail';
  if (warn === true) return 'warn';
  return isTest ? 'pass' : 'success';
}
