import { hash } from 'node:crypto';
import { compareText } from '../project/order.ts';
import type { Project } from '../project/project.ts';
import type { Resource } from '../project/resource.ts';
import type { NodeFingerprint, Run } from './run.ts';

/** 30 bits: two states of one node differ, and a million of them fit a history. */
const LENGTH = 5;

/** What a node is made of, in three short hashes. What people write about it (descriptions, tags) is no part of it. */
export function nodeFingerprint(resource: Resource): NodeFingerprint {
  const { rawCode, checksum, columns, config } = resource;
  const declared = columns
    .filter(({ isDeclared }) => isDeclared)
    .map(({ name, declaredType, constraints }) => [name, declaredType, constraints]);
  return {
    code: short(rawCode ?? checksum),
    columns: declared.length === 0 ? '' : short(JSON.stringify(declared)),
    config: short(JSON.stringify(sorted(withoutWords(config)))),
  };
}

/**
 * Puts the fingerprints of the project's nodes to the results of the run that the manifest was written by; all other
 * runs are given back as they are, as their nodes may have been made of something else.
 */
export function withFingerprints(
  run: Run,
  {
    facts,
    resources,
  }: { readonly facts: Pick<Project['facts'], 'invocationId'> } & Pick<Project, 'resources'>,
): Run {
  if (run.invocationId === null || run.invocationId !== facts.invocationId) return run;
  const results = run.results.map((result) => {
    const resource = resources.get(result.uniqueId);
    return resource === undefined ? result : { ...result, fingerprint: nodeFingerprint(resource) };
  });
  return { ...run, results };
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
