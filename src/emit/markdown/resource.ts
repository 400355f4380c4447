import { cut } from '../../view/cut.ts';
import { MARKDOWN } from '../../messages/markdown.ts';
import type { ColumnRow, ResourcePageView, TestRow } from '../../view/resource-page.ts';
import type { ResourceLink } from '../../view/resource-link.ts';
import { blocks, capped, footer, section } from './document.ts';
import { code, factLines, joined, linkTo, plain, summary } from './inline.ts';
import { formatTime } from '../../view/format-time.ts';

/** What a twin holds in full; the JSON has the rest. */
const LONGEST_DESCRIPTION = 600;
const MOST_COLUMNS = 24;
const MOST_NAMED_COLUMNS = 100;
const MOST_TESTS = 12;
const MOST_RELATED = 10;
const MOST_FACTS = 8;
const LONGEST_COLUMN = 80;

/** A resource in about 1 KB, for readers that pay by the word. */
export function resourceMarkdown(view: ResourcePageView, base: string): string {
  const { columns, tests, lineage, lastResult } = view;
  return blocks([
    `# ${plain(view.head.title)}`,
    joined([
      plain(view.typeLabel),
      code(view.self.uniqueId),
      ...view.badges.map(({ text }) => plain(text)),
      lastResult === null
        ? null
        : `${lastResult.label.toLowerCase()}: ${plain(lastResult.status.word)}${lastResult.at === null ? '' : `, ${formatTime(lastResult.at)}`}`,
    ]),
    summary(view.description, LONGEST_DESCRIPTION) || MARKDOWN.noDescription,
    view.notices.map(({ title, text }) => `> ${plain(title)}: ${plain(text)}`),
    healthLines(view),
    factLines(factsOf(view), base).slice(0, MOST_FACTS),
    columns === null || columns.rows.length === 0
      ? ''
      : section(MARKDOWN.columns(columns.rows.length, columns.summary), columnLines(columns.rows)),
    tests === null
      ? ''
      : section(
          MARKDOWN.tests(tests.rows.length),
          capped(tests.rows.filter(isWorthALine(view)).map(testLine), MOST_TESTS),
        ),
    ...(lineage === null
      ? []
      : [
          related(
            MARKDOWN.dependsOn(
              lineage.parents.length + lineage.parentsLeftOut,
              lineage.totalUpstream,
            ),
            lineage.parents,
            lineage.parentsLeftOut,
            base,
          ),
          related(
            MARKDOWN.usedBy(
              lineage.children.length + lineage.childrenLeftOut,
              lineage.totalDownstream,
            ),
            lineage.children,
            lineage.childrenLeftOut,
            base,
          ),
        ]),
    footer(view.head),
  ]);
}

function healthLines({ health }: ResourcePageView): string {
  if (health === null) return '';
  const reasons = health.reasons.slice(0, 3).map(({ text }) => plain(text));
  return `${MARKDOWN.health}: ${[health.word, ...reasons].join('; ')}`;
}

/** Those that nothing else here says. */
function factsOf({ bar, facts }: ResourcePageView): ResourcePageView['facts'] {
  const names = new Set<string>();
  return [...bar, ...facts].filter(({ label }) => {
    if (label === 'unique_id' || names.has(label)) return false;
    names.add(label);
    return true;
  });
}

function columnLines(rows: readonly ColumnRow[]): string[] {
  const named = rows.slice(MOST_COLUMNS, MOST_COLUMNS + MOST_NAMED_COLUMNS);
  const rest = rows.length - MOST_COLUMNS - named.length;
  return [
    ...rows.slice(0, MOST_COLUMNS).map(columnLine),
    ...(named.length === 0
      ? []
      : [
          `- ${MARKDOWN.alsoColumns}: ${named.map(({ name }) => code(name)).join(', ')}${rest > 0 ? `, ${MARKDOWN.moreInJson(rest)}` : ''}`,
        ]),
  ];
}

function columnLine({ name, type, description, marks, tests, depth }: ColumnRow): string {
  const about = summary(description, LONGEST_COLUMN);
  const demands = [...marks, ...tests.map((test) => test.name)].slice(0, 6);
  return `${'  '.repeat(Math.min(depth, 6))}- ${code(name)}${type === null ? '' : ` ${plain(cut(type, 60))}`}${
    demands.length === 0 ? '' : ` (${plain([...new Set(demands)].join(', '))})`
  }${about === '' ? '' : `: ${about}`}`;
}

/** Tests of columns that pass are named with their columns; those that don't, and all others, here. */
function isWorthALine({ columns }: ResourcePageView): (test: TestRow) => boolean {
  const shown = new Set(columns?.rows.slice(0, MOST_COLUMNS).map(({ name }) => name));
  return ({ columnName, status }) =>
    columnName === null || status.kind !== 'success' || !shown.has(columnName);
}

function testLine({ name, columnName, detail, status, message }: TestRow): string {
  return `- ${plain(name)}${columnName === null ? '' : ` ${MARKDOWN.onColumn(code(columnName))}`}${
    detail === '' ? '' : ` ${plain(cut(detail, 100))}`
  }: ${plain(status.word)}${message === null ? '' : ` (${plain(cut(message, 100))})`}`;
}

function related(
  title: string,
  links: readonly ResourceLink[],
  leftOut: number,
  base: string,
): string[] {
  return section(
    title,
    capped(
      links.map((link) => `- ${linkTo(link, base)}`),
      MOST_RELATED,
      leftOut,
    ),
  );
}
