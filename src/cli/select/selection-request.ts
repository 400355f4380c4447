import { INDIRECT_MODES, type IndirectMode } from '../../lineage/selectors/selection.ts';
import type { OptionList, ParsedArguments } from '../parse-arguments.ts';
import { UsageError } from '../usage-error.ts';

/** Options of every command that takes a part of the project. */
export const SELECTION_OPTIONS = {
  select: 'EXPRESSION',
  exclude: 'EXPRESSION',
  selector: 'NAME',
  'indirect-selection': 'eager|cautious|buildable|empty',
  state: 'DIR',
} as const satisfies OptionList;

/** Which part of the project somebody asks for, in dbt's selector language. */
export interface SelectionRequest {
  /** Null: everything. */
  readonly select: string | null;
  readonly exclude: string | null;
  /** A selector of `selectors.yml`, instead of `select` and `exclude`. */
  readonly selector: string | null;
  readonly indirect: IndirectMode;
  /** Folder with an older manifest, as it was written; null: `state:` has nothing to compare with. */
  readonly state: string | null;
}

/** @throws UsageError */
export function selectionRequest({ values }: ParsedArguments): SelectionRequest {
  const select = values.get('select') ?? null;
  const exclude = values.get('exclude') ?? null;
  const selector = values.get('selector') ?? null;
  if (selector !== null && (select !== null || exclude !== null)) {
    throw new UsageError(
      '--selector and --select or --exclude exclude each other.',
      'To add to a selector, name it in the expression: --select "selector:name +orders".',
    );
  }
  const mode = values.get('indirect-selection') ?? 'eager';
  const indirect = INDIRECT_MODES.find((known) => known === mode);
  if (indirect === undefined) {
    throw new UsageError(
      `--indirect-selection must be ${INDIRECT_MODES.slice(0, -1).join(', ')} or ${String(INDIRECT_MODES.at(-1))}, but is ${JSON.stringify(mode)}.`,
      'It says whether tests join that read something outside the selection.',
    );
  }
  return { select, exclude, selector, indirect, state: values.get('state') ?? null };
}

/** True when a request asks for less than everything. */
export function isPart({ select, exclude, selector }: SelectionRequest): boolean {
  return select !== null || exclude !== null || selector !== null;
}
