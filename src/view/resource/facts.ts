import type { FreshnessCriteria, NodeDetails, Period } from '../../project/details/details.ts';
import type { Resource } from '../../project/resource.ts';
import { operationWhen } from './macro-sections.ts';
import { shownAsSettings } from './build-sections.ts';
import { statCell } from './bar.ts';
import { isDefault } from './config-defaults.ts';
import { deskWords } from '../../messages/desks.ts';
import { FACTS as WORDS } from '../../messages/resource-facts.ts';
import { codeCell, facts, jsonCell, linksCell, noneCell, textCell } from '../cells.ts';
import type { ViewContext } from '../context.ts';
import type { Cell, Fact } from '../section.ts';
import { emailCell, ownerCell } from './owner-cell.ts';

type Entry = readonly [label: string, value: Cell | null];

/** Every known fact about a resource, most asked first. What isn't known is left out. */
export function resourceFacts(resource: Resource, context: ViewContext): Fact[] {
  return facts([
    ...typeFacts(resource, context),
    // The relation of anything else stands under the title.
    [
      WORDS.storedFailures,
      resource.details.kind === 'test' ? code(resource.relation?.name ?? null, true) : null,
    ],
    ...warehouseFacts(resource),
    [
      ownerLabel(resource),
      OWNED_IN_BAR.has(resource.resourceType) ? null : ownerCell(resource, context),
    ],
    [deskWords.email, emailCell(resource)],
    ['Group', groupCell(resource, context)],
    [
      'Tags',
      resource.tags.length === 0
        ? null
        : {
            kind: 'pages',
            pages: resource.tags.map((tag) => ({ text: tag, href: context.links.tagHref(tag) })),
          },
    ],
    ['Package', text(resource.packageName)],
    ['File', code(resource.filePath, true)],
    ['Described in', resource.patchPath === resource.filePath ? null : code(resource.patchPath)],
    ['Doc blocks', code(resource.docBlocks.join(', '))],
    ['Language', resource.language === 'sql' ? null : text(resource.language)],
    ['Checksum', code(resource.checksum)],
    [
      'Node colour',
      resource.nodeColor === null ? null : { kind: 'color', color: resource.nodeColor },
    ],
    ['Macros used', resource.details.kind === 'macro' ? null : macrosCell(resource, context)],
  ]);
}

/** Types whose owner stands under the title. */
const OWNED_IN_BAR: ReadonlySet<string> = new Set(['exposure', 'group']);

/** What the project says in `meta`, a fact an entry. */
export function metaFacts(resource: Resource): Fact[] {
  return facts(Object.entries(resource.meta).map(([key, value]): Entry => [key, jsonCell(value)]));
}

/** The parts of `config` that the project set and no other part of the page shows, a fact an entry. */
export function configFacts(resource: Resource): Fact[] {
  const settings = shownAsSettings(resource);
  return facts(
    Object.entries(resource.config)
      .filter(
        ([key, value]) =>
          !SHOWN_ELSEWHERE.has(key) &&
          !settings.has(key) &&
          !SHOWN_OF_KIND[resource.details.kind]?.includes(key) &&
          !isEmpty(value) &&
          !isDefault(key, value),
      )
      .map(([key, value]): Entry => [key, jsonCell(value)]),
  );
}

/** Parts of `config` that the details of one kind show. */
const SHOWN_OF_KIND: Readonly<Partial<Record<Resource['details']['kind'], readonly string[]>>> = {
  source: ['freshness', 'loaded_at_field', 'loaded_at_query'],
  test: ['severity', 'where', 'limit', 'warn_if', 'error_if', 'store_failures'],
  function: ['type', 'volatility', 'runtime_version', 'entry_point'],
};

/** Parts of `config` that stand elsewhere on the page, or that are as every project has them. */
const SHOWN_ELSEWHERE: ReadonlySet<string> = new Set([
  'materialized',
  'tags',
  'meta',
  'docs',
  'group',
  'access',
  'contract',
  'enabled',
  'description',
]);

function isEmpty(value: unknown): boolean {
  if (value === null || value === '' || value === false) return true;
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === 'object' && Object.keys(value ?? {}).length === 0;
}

function typeFacts(resource: Resource, context: ViewContext): Entry[] {
  const { details } = resource;
  switch (details.kind) {
    case 'node':
      return nodeFacts(details, context);
    case 'source':
      return [
        ['Source', text(details.sourceName)],
        ['Loaded at', code(details.loadedAtField ?? details.loadedAtQuery)],
        ['Freshness rule', text(criteriaText(details.freshness)) ?? noneCell(WORDS.noRule)],
        ...checkFacts(resource.uniqueId, context),
        ['Freshness filter', code(details.freshness?.filter ?? null)],
        ['External', details.external === null ? null : jsonCell(details.external)],
      ];
    case 'test':
      return [
        ['Kind', textCell(details.isGeneric ? 'Generic data test' : 'Singular data test')],
        ['Column', code(details.columnName)],
        ['Where', code(details.where)],
        ['Warn if', code(details.warnIf)],
        ['Error if', code(details.errorIf)],
        ['Limit', details.limit === null ? null : jsonCell(details.limit)],
        ['Stores failures', details.storeFailures ? textCell('yes') : null],
      ];
    case 'metric':
      return [
        ['Time granularity', text(details.timeGranularity)],
        ['Time column', code(details.timestamp)],
        ['Time grains', text(details.timeGrains.join(', '))],
      ];
    case 'semantic_model':
      return [['Default time dimension', code(details.defaultTimeDimension)]];
    case 'function':
      return [
        ['Volatility', text(details.volatility)],
        ['Runtime version', text(details.runtimeVersion)],
        ['Entry point', code(details.entryPoint)],
      ];
    case 'other':
      return [['Runs', operationText(resource)]];
    // What these have stands under the title, or in sections of its own.
    case 'unit_test':
    case 'exposure':
    case 'saved_query':
    case 'macro':
    case 'group':
      return [];
  }
}

function operationText(resource: Resource): Cell | null {
  const when = operationWhen(resource);
  if (when === null) return null;
  return textCell(when === 'on-run-start' ? WORDS.onRunStart : WORDS.onRunEnd);
}

function nodeFacts(details: NodeDetails, context: ViewContext): Entry[] {
  return [
    ['Access', text(details.access)],
    ['Contract', details.contractEnforced ? textCell('enforced') : null],
    ['Version', details.version === null ? null : textCell(versionText(details))],
    [
      'All versions',
      details.versionIds.length < 2 ? null : linksCell(context.links.links(details.versionIds)),
    ],
    [
      'Deprecation date',
      details.deprecationDate === null ? null : textCell(dateOf(details.deprecationDate)),
    ],
    ['Primary key', code(details.primaryKey.join(', ') || null)],
    ['Freshness', text(criteriaText(details.freshness))],
  ];
}

/** The day of an ISO 8601 time: dbt adds a midnight to a date. */
export function dateOf(time: string): string {
  return /^\d{4}-\d\d-\d\d/.exec(time)?.[0] ?? time;
}

/** What the newest check of a source found. */
function checkFacts(uniqueId: string, { history }: ViewContext): Entry[] {
  const checked = history.latestFreshness(uniqueId)?.result;
  if (checked === undefined) return [];
  const { maxLoadedAt, snapshottedAt, age } = checked;
  return [
    ['Newest record', maxLoadedAt === null ? null : { kind: 'time', iso: maxLoadedAt }],
    ['Checked', snapshottedAt === null ? null : { kind: 'time', iso: snapshottedAt }],
    ['Age when checked', age === null ? null : { kind: 'duration', seconds: age }],
  ];
}

function versionText(details: NodeDetails): string {
  if (details.latestVersion === null) return details.version ?? '';
  return details.version === details.latestVersion
    ? `${details.version} (the latest)`
    : `${details.version} (the latest is ${details.latestVersion})`;
}

function warehouseFacts(resource: Resource): Entry[] {
  const { catalog } = resource;
  if (catalog === null) return [];
  return [
    ['Relation type', text(catalog.type)],
    ['Relation owner', text(catalog.owner)],
    ['Relation comment', text(catalog.comment)],
    ...catalog.stats.map((stat): Entry => [stat.label, statCell(stat)]),
  ];
}

function ownerLabel({ owner }: Resource): string {
  if (owner === null || owner.from === 'own') return WORDS.owner;
  return owner.from === 'meta' ? WORDS.ownerOfMeta : WORDS.ownerOfGroup;
}

function groupCell(resource: Resource, context: ViewContext): Cell | null {
  if (resource.group === null) return null;
  const namesakes = context.groupIds.get(resource.group) ?? [];
  const id =
    namesakes.find((groupId) => groupId === `group.${resource.packageName}.${resource.group}`) ??
    namesakes[0];
  return id === undefined ? textCell(resource.group) : linksCell([context.links.link(id)]);
}

function macrosCell(resource: Resource, context: ViewContext): Cell | null {
  // Every model calls dbt's own macros; only those that a reader can look up here tell something.
  const own = context.links.links(resource.macros).filter((link) => link.href !== null);
  return own.length === 0 ? null : linksCell(own);
}

/** `warn after 12 hours, error after 1 day`; null when there are no criteria. */
export function criteriaText(
  criteria: Pick<FreshnessCriteria, 'warnAfter' | 'errorAfter'> | null,
): string | null {
  if (criteria === null) return null;
  const parts = [
    criteria.warnAfter === null ? null : `warn after ${periodText(criteria.warnAfter)}`,
    criteria.errorAfter === null ? null : `error after ${periodText(criteria.errorAfter)}`,
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join(', ');
}

function periodText({ count, period }: Period): string {
  return `${count} ${period}${count === 1 ? '' : 's'}`;
}

function text(value: string | null): Cell | null {
  return value === null || value === '' ? null : textCell(value);
}

function code(value: string | null, canCopy = false): Cell | null {
  return value === null || value === '' ? null : codeCell(value, canCopy);
}
