import { SECTIONS } from '../../messages/resource-sections.ts';
import { noneCell } from '../cells.ts';
import type { ViewContext } from '../context.ts';
import { withSiteLinks } from '../dbt-links.ts';
import type { Cell, CodeSection, Fact, FactsSection, TableSection } from '../section.ts';

/** A table; a column of numbers alone is shown as one. */
export function tableSection(
  id: string,
  title: string,
  labels: readonly string[],
  rows: readonly (readonly Cell[])[],
  more: {
    readonly note?: string | null;
    readonly anchors?: readonly string[];
    /** Leaves out columns that tell nothing in any row. */
    readonly dropsEmpty?: boolean;
    /** Rows of data, which nothing names; else the first column names them. */
    readonly isGrid?: boolean;
  } = {},
): TableSection {
  const tells = (at: number): boolean => rows.some((row) => row[at]?.kind !== 'none');
  const isName = (at: number): boolean => rows.some((row) => row[at]?.kind !== 'status');
  const kept = labels.map((_, at) => at).filter((at) => more.dropsEmpty !== true || tells(at));
  const named = more.isGrid === true ? undefined : kept.find(isName);
  return {
    kind: 'table',
    id,
    title,
    note: more.note ?? null,
    columns: kept.map((at) => ({
      label: labels[at] ?? '',
      isHeader: at === named,
      isNumeric: rows.length > 0 && rows.every((row) => row[at]?.kind === 'number'),
    })),
    rows: rows.map((row) => kept.flatMap((at) => row[at] ?? [])),
    anchors: more.anchors ?? null,
  };
}

export function factsSection(id: string, title: string, facts: readonly Fact[]): FactsSection {
  return { kind: 'facts', id, title, note: null, facts };
}

export function codeSection(
  id: string,
  title: string,
  language: string,
  code: string,
  note: string | null = null,
): CodeSection {
  return { kind: 'code', id, title, note, language, code };
}

/** Markdown that somebody wrote, with links of dbt's own docs turned into links of this site. */
export function descriptionCell(markdown: string, { links }: ViewContext): Cell {
  return markdown === ''
    ? noneCell(SECTIONS.notDescribed)
    : { kind: 'markdown', markdown: withSiteLinks(markdown, links) };
}
