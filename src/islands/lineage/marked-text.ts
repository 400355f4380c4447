import type { SelectionError } from '../../lineage/selectors/selection.ts';
import { make } from './markup.ts';

/** An expression with the place marked that is wrong. */
export function markedText(text: string, { start, end }: SelectionError): HTMLElement {
  const to = Math.max(end, start + 1);
  return make(
    'code',
    { class: 'lx-wrong' },
    document.createTextNode(text.slice(0, start)),
    make('mark', { text: text.slice(start, to) || ' ' }),
    document.createTextNode(text.slice(to)),
  );
}
