import { InvocationTwice } from '../errors/catalogue.ts';
import type { InvocationArtifacts } from './artifact-set.ts';
import type { Diagnostics } from './diagnostics.ts';
import type { Freshness } from './freshness.ts';
import type { InvocationLog } from './log/log.ts';
import type { RunResults } from './run-results.ts';
import { compareTexts } from './text-order.ts';

/** One thing that an invocation left behind, with the file it stands in. */
export type InvocationPiece = { readonly folder: string; readonly file: string } & (
  | { readonly kind: 'runResults'; readonly value: RunResults }
  | { readonly kind: 'sources'; readonly value: Freshness }
  | { readonly kind: 'log'; readonly value: InvocationLog }
);

/**
 * Puts together what belongs to one invocation, told by its id wherever the files lie; without an id by the folder,
 * except at the top: in `target/` each command leaves files of its own. The same results at the top and below `runs/` are
 * one invocation, and where two files of it differ, the one with more results is kept. Sorted by folder, then by id.
 */
export function groupInvocations(
  pieces: readonly InvocationPiece[],
  diagnostics: Diagnostics,
): InvocationArtifacts[] {
  const groups = new Map<string, InvocationArtifacts>();
  const files = new Map<RunResults | Freshness, string>();
  const add = (group: InvocationArtifacts, piece: InvocationPiece): void => {
    const isBetter = group.folder === '.' || (group.folder === 'logs' && piece.kind !== 'log');
    if (isBetter) group.folder = piece.folder;
    if (!group.files.includes(piece.file)) group.files.push(piece.file);
    if (piece.kind === 'log') {
      const isLonger = piece.value.entries.length > (group.log?.entries.length ?? -1);
      if (isLonger) group.log = piece.value;
    } else if (piece.kind === 'runResults') {
      files.set(piece.value, piece.file);
      group.runResults = choose(group.runResults, piece.value, files, diagnostics);
    } else {
      files.set(piece.value, piece.file);
      group.sources = choose(group.sources, piece.value, files, diagnostics);
    }
  };

  for (const piece of pieces) {
    const id = idOf(piece);
    if (id === null) continue;
    const group = groups.get(id) ?? newGroup(piece.folder, id);
    groups.set(id, group);
    add(group, piece);
  }
  for (const piece of pieces) {
    if (idOf(piece) !== null) continue;
    const isApart = piece.folder === '.' && piece.kind !== 'log';
    const inFolder = [...groups.values()].filter(({ folder }) => folder === piece.folder);
    const [only] = inFolder;
    const isFree =
      !isApart && inFolder.length === 1 && only !== undefined && only[piece.kind] === null;
    const key = `folder ${piece.folder}${isApart ? ` ${piece.kind}` : ''}`;
    const group = isFree ? only : (groups.get(key) ?? newGroup(piece.folder, null));
    if (!isFree) groups.set(key, group);
    add(group, piece);
  }
  return [...groups.values()].sort(
    (a, b) =>
      compareTexts(a.folder, b.folder) || compareTexts(a.invocationId ?? '', b.invocationId ?? ''),
  );
}

function newGroup(folder: string, invocationId: string | null): InvocationArtifacts {
  return { folder, invocationId, runResults: null, sources: null, log: null, files: [] };
}

function idOf(piece: InvocationPiece): string | null {
  return piece.kind === 'log' ? piece.value.invocationId : piece.value.metadata.invocation_id;
}

/** Of two files of one invocation the fuller one; says so when they differ. */
function choose<T extends RunResults | Freshness>(
  known: T | null,
  other: T,
  files: ReadonlyMap<RunResults | Freshness, string>,
  diagnostics: Diagnostics,
): T {
  if (known === null) return other;
  const isSame =
    known.results.length === other.results.length &&
    known.metadata.generated_at === other.metadata.generated_at &&
    known.elapsed_time === other.elapsed_time;
  const kept = other.results.length > known.results.length ? other : known;
  const left = kept === known ? other : known;
  if (!isSame) {
    const id = known.metadata.invocation_id ?? 'without an id';
    diagnostics.add(InvocationTwice, files.get(kept) ?? '', null, id, files.get(left) ?? '');
  }
  return kept;
}
