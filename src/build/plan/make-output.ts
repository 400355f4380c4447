import { hash } from 'node:crypto';
import { pageMarkdown } from '../../emit/markdown/page-markdown.ts';
import type { PageView } from '../../view/page-view.ts';
import type {
  JsonOutput,
  KeyedOutput,
  OutputGroup,
  PageOutput,
  RowsOutput,
  SiteOutput,
  TextOutput,
} from '../output.ts';

/** A page of the plan, with its Markdown. */
export function page(path: string, view: PageView): PageOutput {
  return { kind: 'page', path, view, markdown: (base) => pageMarkdown(view, base) };
}

/** A JSON file of the plan. */
export function json(file: string, data: unknown): JsonOutput {
  return { kind: 'json', file, data };
}

/** A text of the plan. */
export function text(file: string, content: string): TextOutput {
  return { kind: 'text', file, text: content };
}

/**
 * A JSON file whose items come last, and are made one by one.
 *
 * @param frame the file without its items
 */
export function jsonRows(
  file: string,
  frame: { readonly items: readonly [] },
  rows: RowsOutput['rows'],
): RowsOutput {
  const whole = JSON.stringify(frame);
  return {
    kind: 'rows',
    file,
    head: whole.slice(0, -EMPTY_END.length),
    between: ',',
    tail: `]}\n`,
    rows,
  };
}

const EMPTY_END = ']}';

/** An output that is made only when its key has changed. */
export function keyed(file: string, key: string, make: KeyedOutput['make']): KeyedOutput {
  return { kind: 'keyed', file, key, make };
}

/**
 * Outputs that are made only when their key has changed.
 *
 * @param key fingerprints of all that the outputs are made from
 */
export function group(
  name: string,
  key: readonly (string | null)[],
  make: () => Iterable<SiteOutput>,
): OutputGroup {
  return { kind: 'group', name, key: hash('sha256', key.join('\n'), 'base64url'), make };
}
