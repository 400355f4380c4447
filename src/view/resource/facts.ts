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

const LABELS = WORDS.labels;

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
    ...contactFacts(resource),
    [LABELS.group, groupCell(resource, context)],
    [
      LABELS.tags,
      resource.tags.length === 0
        ? null
        : {
            kind: 'pages',
            pages: resource.tags.map((tag) => ({ text: tag, href: context.links.tagHref(tag) })),
          },
    ],
    [LABELS.package, text(resource.packageName)],
    [LABELS.file, code(resource.filePath, true)],
    [
      LABELS.describedIn,
      resource.patchPath === resource.filePath ? null : code(resource.patchPath),
    ],
    [LABELS.docBlocks, code(resource.docBlocks.join(', '))],
    [LABELS.language, resource.language === 'sql' ? null : text(resource.language)],
    [LABELS.checksum, code(resource.checksum)],
    [
      LABELS.nodeColour,
      resource.nodeColor === null ? null : { kind: 'color', color: resource.nodeColor },
    ],
    [LABELS.macros, resource.details.kind === 'macro' ? null : macrosCell(resource, context)],
  ]);
}

function contactFacts({ details }: Resource): Entry[] {
  if (details.kind !== 'exposure' && details.kind !== 'group') return [];
  return Object.entries(details.contact)
    .filter(([, value]) => value !== null && value !== '')
    .map(([key, value]): Entry => [key, jsonCell(value)]);
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
        [LABELS.source, text(details.sourceName)],
        [LABELS.loadedAt, code(details.loadedAtField ?? details.loadedAtQuery)],
        [LABELS.freshnessRule, text(criteriaText(details.freshness)) ?? noneCell(WORDS.noRule)],
        ...checkFacts(resource.uniqueId, context),
        [LABELS.freshnessFilter, code(details.freshness?.filter ?? null)],
        [LABELS.external, details.external === null ? null : jsonCell(details.external)],
      ];
    case 'test':
      return [
        [LABELS.kind, textCell(details.isGeneric ? WORDS.genericTest : WORDS.singularTest)],
        [LABELS.column, code(details.columnName)],
        [LABELS.where, code(details.where)],
        [LABELS.warnIf, code(details.warnIf)],
        [LABELS.errorIf, code(details.errorIf)],
        [LABELS.limit, details.limit === null ? null : jsonCell(details.limit)],
        [LABELS.storesFailures, details.storeFailures ? textCell(WORDS.yes) : null],
      ];
    case 'metric':
      return [
        [LABELS.timeGranularity, text(details.timeGranularity)],
        [LABELS.timeColumn, code(details.timestamp)],
        [LABELS.timeGrains, text(details.timeGrains.join(', '))],
      ];
    case 'semantic_model':
      return [[LABELS.defaultTimeDimension, code(details.defaultTimeDimension)]];
    case 'function':
      return [
        [LABELS.volatility, text(details.volatility)],
        [LABELS.runtimeVersion, text(details.runtimeVersion)],
        [LABELS.entryPoint, code(details.entryPoint)],
      ];
    case 'other':
      return [
        [LABELS.type, details.unknownFields === null ? null : text(resource.resourceType)],
        [LABELS.runs, operationText(resource)],
        ...Object.entries(details.unknownFields ?? {}).map(([key, value]): Entry => [
          key,
          jsonCell(value),
        ]),
      ];
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
    [LABELS.access, text(details.access)],
    [LABELS.contract, details.contractEnforced ? textCell(WORDS.enforced) : null],
    [LABELS.version, details.version === null ? null : textCell(versionText(details))],
    [
      LABELS.allVersions,
      details.versionIds.length < 2 ? null : linksCell(context.links.links(details.versionIds)),
    ],
    [
      LABELS.deprecationDate,
      details.deprecationDate === null ? null : textCell(dateOf(details.deprecationDate)),
    ],
    [LABELS.primaryKey, code(details.primaryKey.join(', ') || null)],
    [LABELS.freshness, text(criteriaText(details.freshness))],
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
    [LABELS.newest, maxLoadedAt === null ? null : { kind: 'time', iso: maxLoadedAt }],
    [LABELS.checked, snapshottedAt === null ? null : { kind: 'time', iso: snapshottedAt }],
    [LABELS.age, age === null ? null : { kind: 'duration', seconds: age }],
  ];
}

function versionText(details: NodeDetails): string {
  if (details.latestVersion === null) return details.version ?? '';
  return details.version === details.latestVersion
    ? WORDS.latestVersion(details.version)
    : WORDS.olderVersion(details.version ?? '', details.latestVersion);
}

function warehouseFacts(resource: Resource): Entry[] {
  const { catalog } = resource;
  if (catalog === null) return [];
  return [
    [LABELS.relationType, text(catalog.type)],
    [LABELS.relationOwner, text(catalog.owner)],
    [LABELS.relationComment, text(commentOf(resource))],
    ...catalog.stats.map((stat): Entry => [stat.label, statCell(stat)]),
  ];
}

/** What the warehouse says of a relation; null where `persist_docs` has it say what the page does already. */
function commentOf({ catalog, description }: Resource): string | null {
  const comment = catalog?.comment ?? null;
  return comment?.trim() === description.trim() ? null : comment;
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
    criteria.warnAfter === null ? null : WORDS.warnAfter(periodText(criteria.warnAfter)),
    criteria.errorAfter === null ? null : WORDS.errorAfter(periodText(criteria.errorAfter)),
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
