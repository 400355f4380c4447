import { formatNumber } from '../../messages/format-number.ts';
import { healthWords } from '../../messages/health.ts';
import { LISTS } from '../../messages/lists.ts';
import { formatDuration } from '../../view/format-duration.ts';
import { formatTime } from '../../view/format-time.ts';
import { typeClass, typeCode, typeWord } from '../../view/format-type.ts';
import { healthShape } from '../../view/health-shape.ts';
import type { ListCell } from '../../view/list/list-cell.ts';
import type { ListColumn } from '../../view/list/list-columns.ts';
import type { ListItem } from '../../view/list/list-item.ts';
import { tallyParts } from '../../view/list/tally-parts.ts';
import { element } from '../element.ts';
import { showRelativeTimes } from '../relative-times.ts';
import type { GroupLine } from './list-lines.ts';

/** A column as it is drawn. */
export interface DrawnColumn {
  readonly column: ListColumn;
  readonly className: string;
}

/** A row as ListTable.astro makes it. */
export function listRow(item: ListItem, columns: readonly DrawnColumn[]): HTMLElement {
  const name = link(item.name, item.href, 'name');
  const head = element('th', '', element('span', 'row-name', name));
  head.setAttribute('scope', 'row');
  if (item.summary !== '') head.firstElementChild?.append(element('span', 'summary', item.summary));
  const cells = columns.map(({ column, className }) => {
    const cell = element('td', className, cellContent(column.cell(item)));
    cell.dataset['label'] = column.label;
    return cell;
  });
  const row = element('tr', '', head, ...cells);
  row.dataset['id'] = item.uniqueId;
  showRelativeTimes(row);
  return row;
}

/** The heading of a group, with its number of rows: a button that folds them away. */
export function groupRow(
  { title, count, isFolded }: Pick<GroupLine, 'title' | 'count' | 'isFolded'>,
  toggle: () => void,
): HTMLElement {
  const button = element(
    'button',
    'fold-group',
    `${title} `,
    element('span', '', formatNumber(count)),
  );
  button.setAttribute('type', 'button');
  button.setAttribute('aria-expanded', String(!isFolded));
  button.addEventListener('click', toggle);
  const head = element('th', 'group', button);
  head.setAttribute('scope', 'rowgroup');
  head.setAttribute('colspan', '2');
  return element('tr', 'group-row', head);
}

function cellContent(cell: ListCell): HTMLElement {
  switch (cell.kind) {
    case 'text':
      return titled(element('span', '', cell.text), cell.text);
    case 'code':
      return titled(element('code', '', cell.text), cell.text);
    case 'number':
      return element('data', '', formatNumber(cell.value));
    case 'time': {
      const time = element('time', '', formatTime(cell.iso));
      time.setAttribute('datetime', cell.iso);
      return time;
    }
    case 'run': {
      const time = element('time', '', formatTime(cell.iso));
      time.setAttribute('datetime', cell.iso);
      const since = link('', cell.href, '');
      since.append(...(cell.isAtLeast ? ['≥ '] : []), time);
      const spoken = cell.isAtLeast ? [element('span', 'sr', `${LISTS.atLeast} `)] : [];
      return element('span', '', ...spoken, since);
    }
    case 'strip': {
      const words = LISTS.stripInWords(cell.last);
      const marks = cell.last.map((kind) => element('i', `st-${kind}`));
      return titled(element('span', 'outcomes', element('span', 'sr', words), ...marks), words);
    }
    case 'duration':
      return titled(element('data', '', formatDuration(cell.seconds)), `${cell.seconds} s`);
    case 'status':
      return element('span', `st st-${cell.status.kind}`, cell.status.word);
    case 'health':
      return element('span', `st st-${healthShape(cell.state)}`, healthWords.states[cell.state]);
    case 'tests': {
      const words = LISTS.testsInWords(cell);
      const parts = tallyParts(cell).map(({ kind, count }) => {
        const part = element('span', `st st-${kind}`, formatNumber(count));
        part.setAttribute('aria-hidden', 'true');
        return part;
      });
      return titled(element('span', 'tally', element('span', 'sr', words), ...parts), words);
    }
    case 'ratio':
      return titled(
        element('span', '', `${formatNumber(cell.part)}/${formatNumber(cell.whole)}`),
        LISTS.ratioInWords(cell.part, cell.whole),
      );
    case 'links':
      return element(
        'span',
        'links',
        ...cell.links.map(({ name, href, resourceType }) => reference(name, href, resourceType)),
        ...(cell.more > 0 ? [element('span', 'muted', LISTS.moreLinks(cell.more))] : []),
      );
    case 'none':
      return titled(element('span', 'muted', '—', element('span', 'sr', ` ${cell.why}`)), cell.why);
  }
}

function reference(name: string, href: string | null, resourceType: string): HTMLElement {
  const code = element('span', `ty ${typeClass(resourceType)}`, typeCode(resourceType));
  return element('span', 'ref', titled(code, typeWord(resourceType)), link(name, href, 'name'));
}

function titled(made: HTMLElement, title: string): HTMLElement {
  made.title = title;
  return made;
}

function link(name: string, href: string | null, className: string): HTMLElement {
  const made = element(href === null ? 'span' : 'a', className, name);
  if (href !== null) made.setAttribute('href', href);
  return made;
}
