import { SECTIONS } from '../../messages/resource-sections.ts';
import type { NodeDetails } from '../../project/details/details.ts';
import { foldColumnName } from '../../project/column-name.ts';
import type { Resource } from '../../project/resource.ts';
import {
  codeCell,
  linksCell,
  noneCell,
  numberCell,
  statusCell,
  textCell,
  textOr,
} from '../cells.ts';
import { currentStatus, NOT_RUN, type ViewContext } from '../context.ts';
import { plainText } from '../plain-text.ts';
import type { Cell, Section } from '../section.ts';
import { dateOf } from './facts.ts';
import { tableSection } from './section-parts.ts';
import { testName } from './tests.ts';

const WORDS = SECTIONS.versions;
/** Versions that are set side by side: the newest ones, and the page's own. */
const MOST_VERSIONS = 5;
const MOST_DIFFERENCES = 200;

type Version = Resource & { readonly details: NodeDetails };

/** The standing of a version among all: dbt takes the latest where a ref names none. */
export function standingOf(details: NodeDetails): 'latest' | 'old' | 'prerelease' | null {
  const { version, latestVersion } = details;
  if (version === null || latestVersion === null) return null;
  if (version === latestVersion) return 'latest';
  return Number(version) > Number(latestVersion) ? 'prerelease' : 'old';
}

/** All versions of a model, and what differs between them; empty for models with one version. */
export function versionSections(resource: Resource, context: ViewContext): Section[] {
  const { details } = resource;
  if (details.kind !== 'node' || details.versionIds.length < 2) return [];
  const versions = details.versionIds.flatMap((id) => {
    const version = context.project.resources.get(id);
    return version !== undefined && isVersion(version) ? [version] : [];
  });
  const compared = versions.filter(
    (version, at) =>
      version.uniqueId === resource.uniqueId || at >= versions.length - MOST_VERSIONS,
  );
  const differences = differencesOf(compared, context);
  return [
    versionTable(resource, versions, context),
    tableSection(
      'version-differences',
      WORDS.differences,
      [WORDS.what, ...compared.map(nameOf)],
      differences.slice(0, MOST_DIFFERENCES),
      { note: differenceNote(differences.length) },
    ),
  ];
}

function isVersion(resource: Resource): resource is Version {
  return resource.details.kind === 'node';
}

function nameOf({ details }: Version): string {
  return `v${details.version ?? ''}`;
}

function versionTable(self: Resource, versions: readonly Version[], context: ViewContext): Section {
  return tableSection(
    'versions',
    WORDS.title,
    [
      WORDS.version,
      WORDS.standing,
      WORDS.deprecation,
      WORDS.materialization,
      WORDS.columns,
      WORDS.tests,
      WORDS.lastRun,
    ],
    versions.map((version) => {
      const { details } = version;
      const standing = standingOf(details);
      const word = standing === null ? null : WORDS[standing];
      const isSelf = version.uniqueId === self.uniqueId;
      return [
        isSelf ? codeCell(nameOf(version)) : linksCell([context.links.link(version.uniqueId)]),
        textCell([word, isSelf ? WORDS.thisOne : null].filter(Boolean).join(', ') || '—'),
        details.deprecationDate === null
          ? noneCell(WORDS.noDeprecation)
          : textCell(dateOf(details.deprecationDate)),
        textOr(details.materialized, SECTIONS.notTold),
        numberCell(version.columns.length),
        numberCell(version.testIds.length),
        statusCell(currentStatus(context, version.uniqueId) ?? NOT_RUN),
      ];
    }),
  );
}

function differenceNote(count: number): string | null {
  if (count === 0) return WORDS.none;
  return count > MOST_DIFFERENCES ? WORDS.cut(count - MOST_DIFFERENCES) : null;
}

/** A row for each fact that isn't the same in all versions: what it is, then its value in each. */
function differencesOf(versions: readonly Version[], context: ViewContext): Cell[][] {
  return [
    ...row(WORDS.materialization.toLowerCase(), versions, ({ details }) => details.materialized),
    ...row(WORDS.access, versions, ({ details }) => details.access),
    ...row(WORDS.contract, versions, ({ details }) =>
      details.contractEnforced ? WORDS.contractEnforced : WORDS.contractNot,
    ),
    ...row(WORDS.description, versions, ({ description }) => brief(description)),
    ...sqlRow(versions),
    ...columnRows(versions, context),
    ...row(WORDS.tests.toLowerCase(), versions, (version) =>
      testNames(tableTests(version), context),
    ),
  ];
}

function columnRows(versions: readonly Version[], context: ViewContext): Cell[][] {
  const names = new Map<string, string>();
  for (const { columns } of versions) {
    for (const { name } of columns) {
      const key = foldColumnName(name);
      if (!names.has(key)) names.set(key, name);
    }
  }
  const byName = new Map(
    versions.map((version) => [
      version.uniqueId,
      new Map(version.columns.map((column) => [foldColumnName(column.name), column])),
    ]),
  );
  return [...names].flatMap(([key, name]) => {
    const columnOf = (version: Version) => byName.get(version.uniqueId)?.get(key);
    const typed = row(WORDS.ofColumn(name), versions, (version) => {
      const column = columnOf(version);
      if (column === undefined) return null;
      return column.catalogType ?? column.declaredType ?? WORDS.typeless;
    });
    // What a version doesn't have can't differ in its description too.
    const holders = versions.filter((version) => columnOf(version) !== undefined);
    const differs = (value: (version: Version) => string | null): boolean =>
      new Set(holders.map(value)).size > 1;
    const description = (version: Version): string | null =>
      brief(columnOf(version)?.description ?? '');
    const tests = (version: Version): string | null =>
      testNames(columnOf(version)?.testIds ?? [], context);
    return [
      ...typed,
      ...(differs(description) ? row(WORDS.descriptionOf(name), versions, description) : []),
      ...(differs(tests) ? row(WORDS.testsOf(name), versions, tests) : []),
    ];
  });
}

/** Names the first version that has the same code, so that a reader needn't compare. */
function sqlRow(versions: readonly Version[]): Cell[][] {
  const codes = versions.map(({ rawCode }) => rawCode?.trim() ?? null);
  if (new Set(codes).size < 2) return [];
  return [
    [
      textCell(WORDS.sql),
      ...codes.map((code, at) => {
        if (code === null) return noneCell(WORDS.notThere);
        const first = codes.indexOf(code);
        const twin = versions[first];
        return first < at && twin !== undefined
          ? textCell(WORDS.sqlSame(nameOf(twin)))
          : textCell(WORDS.sqlOwn(code.split('\n').length));
      }),
    ],
  ];
}

function row(
  what: string,
  versions: readonly Version[],
  value: (version: Version) => string | null,
): Cell[][] {
  const values = versions.map(value);
  if (new Set(values).size < 2) return [];
  return [[textCell(what), ...values.map((text) => textOr(text, WORDS.notThere))]];
}

function tableTests({ testIds, columns }: Version): readonly string[] {
  const ofColumns = new Set(columns.flatMap((column) => column.testIds));
  return testIds.filter((id) => !ofColumns.has(id));
}

function testNames(ids: readonly string[], context: ViewContext): string | null {
  return ids.length === 0
    ? null
    : [...new Set(ids.map((id) => testName(id, context)))].sort().join(', ');
}

function brief(markdown: string): string | null {
  const text = plainText(markdown);
  return text === '' ? null : text;
}
