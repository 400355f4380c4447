import type { IndirectMode } from '../../config/schema.ts';

/** One criterion: a method with a value, and how far to follow the graph from what it finds. */
export interface Criterion {
  readonly kind: 'criterion';
  /** dbt's word: `fqn`, `tag`, `config` …; whether it is a method that exists is for `checkSelection` to say. */
  readonly method: string;
  /** What follows the method after dots: `['meta', 'owner']` of `config.meta.owner`. */
  readonly arguments: readonly string[];
  readonly value: string;
  /** `@`: whatever the children of what is found need to be built. */
  readonly childrensParents: boolean;
  /** How many steps up; `Infinity` for all, 0 for none. */
  readonly parents: number;
  /** How many steps down; `Infinity` for all, 0 for none. */
  readonly children: number;
  /** The criterion as it was written, and where: offsets into the text, in UTF-16 units. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Set by a definition in `selectors.yml`; null: the mode of the whole selection. */
  readonly indirect: IndirectMode | null;
}

/** Selections put together. A difference is its first part without all others. */
export interface SelectionGroup {
  readonly kind: 'union' | 'intersection' | 'difference';
  readonly parts: readonly Selection[];
  /** Of a definition in `selectors.yml`, whose groups take no mode from outside; null: the mode of the whole selection. */
  readonly indirect: IndirectMode | null;
}

/** What dbt's `--select`, `--exclude` and `selectors.yml` say. */
export type Selection = Criterion | SelectionGroup;

/** Why a selection can't be used, and the place in the text that it is about. */
export interface SelectionError {
  readonly message: string;
  /** What to write instead, or to do; null when the message says it. */
  readonly hint: string | null;
  /** Offsets into the text, in UTF-16 units; equal at the end of the text. */
  readonly start: number;
  readonly end: number;
}

/** All criteria of a selection, in the order in which they stand. */
export function criteriaOf(selection: Selection): Criterion[] {
  return selection.kind === 'criterion' ? [selection] : selection.parts.flatMap(criteriaOf);
}
