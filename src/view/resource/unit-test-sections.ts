import { SECTIONS } from '../../messages/resource-sections.ts';
import type { UnitTestDetails, UnitTestTable } from '../../project/details/details.ts';
import { codeCell, noneCell, textCell } from '../cells.ts';
import type { Cell, ProseSection, Section } from '../section.ts';
import { slug } from '../slug.ts';
import { codeSection, tableSection } from './section-parts.ts';

const WORDS = SECTIONS.unitTest;
/** Rows of one table that a page shows. */
const MOST_ROWS = 200;

/** The rows that a unit test gives and expects, as tables, and what it overrides. */
export function unitTestSections(details: UnitTestDetails): Section[] {
  return [
    ...details.given.map((table, index) =>
      rowsSection(table, `given-${index + 1}-${slug(table.input)}`, WORDS.given(table.input)),
    ),
    rowsSection(details.expect, 'expect', WORDS.expect),
    ...overrideSection(details.overrides),
  ];
}

function rowsSection(table: UnitTestTable, id: string, title: string): Section {
  const from = table.fixture === null ? null : WORDS.fixture(table.fixture, table.format);
  if (table.text !== null) return codeSection(id, title, table.format, table.text.trim(), from);
  if (table.columns.length === 0) {
    const prose: ProseSection = {
      kind: 'prose',
      id,
      title,
      note: from === null ? WORDS.noRows : `${from} ${WORDS.fixtureUnread}`,
      markdown: '',
    };
    return prose;
  }
  const left = table.rows.length - MOST_ROWS;
  const note = [from, left > 0 ? WORDS.more(left) : null].filter((part) => part !== null).join(' ');
  return tableSection(
    id,
    title,
    table.columns,
    table.rows
      .slice(0, MOST_ROWS)
      .map((row) =>
        row.map((cell): Cell => (cell === null ? noneCell(WORDS.leftOut) : codeCell(cell))),
      ),
    { note: note === '' ? null : note, isGrid: true },
  );
}

/** `macros`, `vars` and `env_vars`, an override a row. */
function overrideSection(overrides: Readonly<Record<string, unknown>>): Section[] {
  const kinds: Readonly<Record<string, string>> = WORDS.overrideKinds;
  const rows = Object.entries(overrides).flatMap(([kind, entries]) =>
    typeof entries !== 'object' || entries === null
      ? []
      : Object.entries(entries).map(([name, value]: [string, unknown]): Cell[] => [
          textCell(kinds[kind] ?? kind),
          codeCell(name),
          codeCell(typeof value === 'string' ? value : JSON.stringify(value)),
        ]),
  );
  return rows.length === 0
    ? []
    : [tableSection('overrides', WORDS.overrides, [WORDS.kind, SECTIONS.name, WORDS.value], rows)];
}
