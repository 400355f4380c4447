import { hash } from 'node:crypto';
import { compareText } from '../project/order.ts';
import type { Project } from '../project/project.ts';
import type { Resource } from '../project/resource.ts';
import type { NodeFingerprint, Run } from './run.ts';

/** 30 bits: two states of one node differ, and a million of them fit a history. */
const LENGTH = 5;

/** What a node is made of, in three short hashes. What people write about it (descriptions, tags) is no part of it. */
export function nodeFingerprint(
  resource: Resource,
  hashOfConfig: (config: Resource['config']) => string = configHash,
): NodeFingerprint {
  const { rawCode, checksum, columns, config } = resource;
  const declared = columns
    .filter(({ isDeclared }) => isDeclared)
    .map(({ name, declaredType, constraints }) => [name, declaredType, constraints]);
  return {
    code: short(rawCode ?? checksum),
    columns: declared.length === 0 ? '' : short(JSON.stringify(declared)),
    config: hashOfConfig(config),
  };
}

function configHash(config: Resource['config']): string {
  return short(JSON.stringify(sorted(withoutWords(config))));
}

/** Hashes of configurations, many of which are alike: to put one in order takes longer than to find it. */
function configHashes(): (config: Resource['config']) => string {
  const known = new Map<string, string>();
  return (config) => {
    const text = JSON.stringify(config);
    const found = known.get(text) ?? configHash(config);
    known.set(text, found);
    return found;
  };
}

/** What a run of dbt sent to the warehouse: unique_id → compiled SQL. */
export type CompiledCode = ReadonlyMap<string, string>;

/** A manifest tells what nodes were made of in runs that began so long before it was written. Milliseconds: a day. */
const TOLD_BEFORE = 86_400_000;

/**
 * Puts the fingerprints of the project's nodes to the results of the run that the manifest was written by. Often that
 * is no run: `dbt docs generate` follows a build and writes the manifest once more. So nodes of a run up to a day
 * before it get theirs, too, where they ran the very SQL that the manifest has. All other results are given back as
 * they are, as their nodes may have been made of something else.
 *
 * @param compiled what the run's own results say that it ran; null where they don't
 */
export function withFingerprints(
  run: Run,
  {
    facts,
    resources,
  }: {
    readonly facts: Pick<Project['facts'], 'invocationId' | 'generatedAt'>;
  } & Pick<Project, 'resources'>,
  compiled: CompiledCode | null = null,
): Run {
  if (!isToldByManifest(run, facts)) return run;
  const isOwn = isOf(run, facts);
  const hashOfConfig = configHashes();
  const results = run.results.map((result) => {
    const resource = resources.get(result.uniqueId);
    if (resource === undefined) return result;
    const code = compiled?.get(result.uniqueId);
    const isSame = isOwn || (code !== undefined && code === resource.compiledCode);
    return isSame ? { ...result, fingerprint: nodeFingerprint(resource, hashOfConfig) } : result;
  });
  return { ...run, results };
}

/** Whether a manifest may say what the nodes of a run were made of. */
export function isToldByManifest(
  run: Run,
  facts: Pick<Project['facts'], 'invocationId' | 'generatedAt'>,
): boolean {
  return isOf(run, facts) || (run.hasRun && isShortlyBefore(run.startedAt, facts.generatedAt));
}

function isOf(run: Run, { invocationId }: Pick<Project['facts'], 'invocationId'>): boolean {
  return run.invocationId !== null && run.invocationId === invocationId;
}

function isShortlyBefore(startedAt: string | null, generatedAt: string | null): boolean {
  if (startedAt === null || generatedAt === null) return false;
  const before = Date.parse(generatedAt) - Date.parse(startedAt);
  return before >= 0 && before <= TOLD_BEFORE;
}

/** Settings that change how a node is described and not what it is. */
const WORDS: ReadonlySet<string> = new Set(['meta', 'tags', 'docs', 'description', 'group']);

function withoutWords(config: Readonly<Record<string, unknown>>): object {
  return Object.fromEntries(Object.entries(config).filter(([key]) => !WORDS.has(key)));
}

/** The same value with the keys of its objects in one order, whatever the order they were written in. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => compareText(a, b))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}

function short(text: string | null): string {
  return text === null ? '' : hash('sha256', text, 'base64url').slice(0, LENGTH);
}
