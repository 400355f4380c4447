import { SECTIONS } from '../../messages/resource-sections.ts';
import type {
  SavedQueryDetails,
  SemanticElement,
  SemanticModelDetails,
} from '../../project/details/details.ts';
import { metricInputs } from '../../project/details/metric-inputs.ts';
import type { Resource } from '../../project/resource.ts';
import {
  codeCell,
  codeOr,
  facts,
  linksCell,
  noneCell,
  numberCell,
  textCell,
  textOr,
} from '../cells.ts';
import type { ViewContext } from '../context.ts';
import type { ResourceLink } from '../resource-link.ts';
import type { Cell, Section } from '../section.ts';
import { slug } from '../slug.ts';
import { measureAnchor } from './metric-sections.ts';
import { codeSection, descriptionCell, factsSection, tableSection } from './section-parts.ts';

const WORDS = SECTIONS.semanticModel;

/** Entities, dimensions, measures and the metrics made of them. */
export function semanticModelSections(
  resource: Resource,
  details: SemanticModelDetails,
  context: ViewContext,
): Section[] {
  return [
    entitySection(details, context),
    dimensionSection(details, context),
    measureSection(resource, details, context),
    metricSection(resource, context),
  ].flat();
}

function entitySection({ entities }: SemanticModelDetails, context: ViewContext): Section[] {
  if (entities.length === 0) return [];
  return [
    tableSection(
      'entities',
      WORDS.entities,
      [SECTIONS.name, SECTIONS.type, WORDS.expression, SECTIONS.description],
      entities.map((entity) => [
        codeCell(entity.name),
        textOr(entity.type, SECTIONS.notTold),
        expressionCell(entity),
        descriptionCell(entity.description, context),
      ]),
      {
        anchors: entities.map(({ name }) => `entity-${slug(name)}`),
        dropsEmpty: true,
      },
    ),
  ];
}

function dimensionSection({ dimensions }: SemanticModelDetails, context: ViewContext): Section[] {
  if (dimensions.length === 0) return [];
  return [
    tableSection(
      'dimensions',
      WORDS.dimensions,
      [SECTIONS.name, SECTIONS.type, WORDS.expression, SECTIONS.description],
      dimensions.map((dimension) => [
        codeCell(dimension.name),
        textOr(
          [dimension.type, dimension.granularity].filter((word) => word !== null).join(', '),
          SECTIONS.notTold,
        ),
        expressionCell(dimension),
        descriptionCell(labelled(dimension), context),
      ]),
      {
        anchors: dimensions.map(({ name }) => `dimension-${slug(name)}`),
        dropsEmpty: true,
      },
    ),
  ];
}

function measureSection(
  resource: Resource,
  { measures }: SemanticModelDetails,
  context: ViewContext,
): Section[] {
  if (measures.length === 0) return [];
  return [
    tableSection(
      'measures',
      WORDS.measures,
      [SECTIONS.name, WORDS.aggregation, WORDS.expression, SECTIONS.description, WORDS.usedBy],
      measures.map((measure) => {
        const users = usersOf(measure.name, resource, context);
        return [
          codeCell(measure.name),
          textOr(aggregationText(measure), SECTIONS.notTold),
          expressionCell(measure),
          descriptionCell(labelled(measure), context),
          users.length === 0 ? noneCell(WORDS.unused) : linksCell(users),
        ];
      }),
      { anchors: measures.map(({ name }) => measureAnchor(name)), dropsEmpty: true },
    ),
  ];
}

function metricSection(resource: Resource, context: ViewContext): Section[] {
  const metrics = metricsOf(resource, context);
  if (metrics.length === 0) return [];
  return [
    tableSection(
      'metrics',
      WORDS.metrics,
      [SECTIONS.name, SECTIONS.type, WORDS.formula],
      metrics.map((metric) => {
        const details = metric.details.kind === 'metric' ? metric.details : null;
        return [
          linksCell([context.links.link(metric.uniqueId)]),
          textOr(details?.metricType ?? null, SECTIONS.notTold),
          codeOr(details?.formula ?? null, SECTIONS.notTold),
        ];
      }),
    ),
  ];
}

function metricsOf({ uniqueId }: Resource, { project }: ViewContext): Resource[] {
  return (project.children.get(uniqueId) ?? []).flatMap((id) => {
    const child = project.resources.get(id);
    return child?.resourceType === 'metric' ? [child] : [];
  });
}

function usersOf(measure: string, resource: Resource, context: ViewContext): ResourceLink[] {
  return metricsOf(resource, context)
    .filter(
      ({ details }) =>
        details.kind === 'metric' &&
        metricInputs(details).some((input) => input.of === 'measure' && input.name === measure),
    )
    .map(({ uniqueId }) => context.links.link(uniqueId));
}

function aggregationText(measure: SemanticElement): string {
  return [
    measure.percentile === null ? measure.type : WORDS.percentile(measure.percentile),
    measure.timeDimension === null ? null : WORDS.alongside(measure.timeDimension),
    measure.nonAdditiveDimension === null ? null : WORDS.notOver(measure.nonAdditiveDimension),
  ]
    .filter((part) => part !== null)
    .join(', ');
}

function expressionCell(element: SemanticElement): Cell {
  return codeOr(element.expression, WORDS.sameColumn);
}

function labelled({ label, description }: SemanticElement): string {
  if (label === null || label === '') return description;
  return description === '' ? label : `${label}: ${description}`;
}

/** What a saved query asks for, and what its results are written to. */
export function savedQuerySections(
  resource: Resource,
  details: SavedQueryDetails,
  context: ViewContext,
): Section[] {
  const words = SECTIONS.savedQuery;
  const metrics = details.metrics.map((name): ResourceLink => {
    const id = resource.parents.find(
      (parent) =>
        parent.startsWith('metric.') && context.project.resources.get(parent)?.name === name,
    );
    return id === undefined
      ? { uniqueId: name, name, resourceType: 'metric', href: null }
      : context.links.link(id);
  });
  const query = facts([
    [words.metrics, metrics.length === 0 ? null : linksCell(metrics)],
    [words.groupBy, list(details.groupBy)],
    [words.orderBy, list(details.orderBy)],
    [words.limit, details.limit === null ? null : numberCell(details.limit)],
  ]);
  return [
    ...(query.length === 0 ? [] : [factsSection('query', words.query, query)]),
    ...details.where.map((where, at) =>
      codeSection(at === 0 ? 'where' : `where-${at + 1}`, words.where, 'sql', where.trim()),
    ),
    ...exportSection(details),
  ];
}

function exportSection({ exports }: SavedQueryDetails): Section[] {
  if (exports.length === 0) return [];
  const words = SECTIONS.savedQuery;
  return [
    tableSection(
      'exports',
      words.exports,
      [SECTIONS.name, words.as, words.relation],
      exports.map(({ name, exportAs, database, schema, alias }) => [
        codeCell(name),
        exportAs === null ? noneCell(SECTIONS.notTold) : textCell(exportAs),
        codeOr(
          [database, schema, alias].filter((part) => part !== null).join('.'),
          words.schemaDefault,
        ),
      ]),
    ),
  ];
}

function list(values: readonly string[]): Cell | null {
  return values.length === 0 ? null : codeCell(values.join('\n'));
}
