import { SECTIONS } from '../../messages/resource-sections.ts';
import type {
  MetricDetails,
  SemanticElement,
  SemanticModelDetails,
} from '../../project/details/details.ts';
import {
  conversionMatch,
  metricInputs,
  ownAggregation,
  periodAggregation,
  type MetricInput,
} from '../../project/details/metric-inputs.ts';
import { sortedUnique } from '../../project/order.ts';
import type { Project } from '../../project/project.ts';
import type { Resource } from '../../project/resource.ts';
import { codeCell, linksCell, noneCell, textCell, textOr } from '../cells.ts';
import type { ViewContext } from '../context.ts';
import { slug } from '../slug.ts';
import type { Cell, Section } from '../section.ts';
import { codeSection, descriptionCell, tableSection } from './section-parts.ts';

const WORDS = SECTIONS.metric;
const MOST_DIMENSIONS = 200;

type SemanticModel = Resource & { readonly details: SemanticModelDetails };

/** What a metric is computed from, in words, as formula and as table, and by what it can be grouped. */
export function metricSections(
  resource: Resource,
  details: MetricDetails,
  context: ViewContext,
): Section[] {
  const models = semanticModelsOf(resource, context.project);
  return [
    ...formulaSection(details),
    ...details.filters.map((filter, at) =>
      codeSection(at === 0 ? 'filter' : `filter-${at + 1}`, WORDS.filter, 'sql', filter.trim()),
    ),
    ...inputSection(resource, details, models, context),
    ...dimensionSection(details, models, context),
  ];
}

/** The semantic models that a metric comes from, its input metrics' included, by unique_id. */
export function semanticModelsOf(resource: Resource, project: Project): SemanticModel[] {
  const seen = new Set<string>();
  const found = new Map<string, SemanticModel>();
  const queue = [...resource.parents];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    const parent = project.resources.get(id);
    if (parent?.resourceType === 'metric') queue.push(...parent.parents);
    else if (parent !== undefined && isSemanticModel(parent)) found.set(id, parent);
  }
  return sortedUnique([...found.keys()]).flatMap((id) => found.get(id) ?? []);
}

function isSemanticModel(resource: Resource): resource is SemanticModel {
  return resource.details.kind === 'semantic_model';
}

function formulaSection(details: MetricDetails): Section[] {
  const { formula, metricType } = details;
  if (formula === null) return [];
  const sentences: Readonly<Record<string, string>> = WORDS.words;
  const sentence = sentences[metricType ?? ''] ?? null;
  const note = [sentence, ...matchText(details), periodText(details)]
    .filter((part) => part !== null)
    .join(' ');
  return [codeSection('formula', WORDS.formula, 'text', formula, note === '' ? null : note)];
}

function matchText(details: MetricDetails): string[] {
  const { entity = null, constants = [] } = conversionMatch(details) ?? {};
  return [
    ...(entity === null ? [] : [WORDS.matchedBy(entity)]),
    ...(constants.length === 0
      ? []
      : [
          WORDS.constants(
            constants.map(({ base, conversion }) => WORDS.constant(base, conversion)).join(', '),
          ),
        ]),
  ];
}

function periodText(details: MetricDetails): string | null {
  const value = periodAggregation(details);
  return value === null ? null : WORDS.periodAggregation(value);
}

function inputSection(
  resource: Resource,
  details: MetricDetails,
  models: readonly SemanticModel[],
  context: ViewContext,
): Section[] {
  const own = ownAggregation(details);
  const rows: Cell[][] = metricInputs(details).map((input) => [
    textCell(WORDS.roles[input.role]),
    input.of === 'metric'
      ? metricCell(input.name, resource, context)
      : measureCell(input.name, models, context),
    howCell(input, models),
    input.filters.length === 0 ? noneCell(WORDS.noFilter) : codeCell(input.filters.join('\nand ')),
  ]);
  if (own !== null) {
    const model = models.find(({ name }) => name === own.semanticModel);
    rows.push([
      textCell(WORDS.ownMeasure),
      model === undefined
        ? codeCell(own.expression ?? resource.name)
        : linksCell([context.links.link(model.uniqueId)]),
      textCell(
        [
          WORDS.aggregates(own.aggregation, own.expression ?? resource.name),
          ...(own.timeDimension === null
            ? []
            : [SECTIONS.semanticModel.alongside(own.timeDimension)]),
        ].join(', '),
      ),
      noneCell(WORDS.noFilter),
    ]);
  }
  if (rows.length === 0) return [];
  return [
    tableSection(
      'inputs',
      WORDS.inputs,
      [WORDS.role, WORDS.input, WORDS.how, WORDS.filteredBy],
      rows,
      { dropsEmpty: true },
    ),
  ];
}

function metricCell(name: string, { parents, packageName }: Resource, context: ViewContext): Cell {
  const named = parents.filter(
    (id) => id.startsWith('metric.') && context.project.resources.get(id)?.name === name,
  );
  const id = named.find((parent) => parent === `metric.${packageName}.${name}`) ?? named[0];
  return id === undefined ? codeCell(name) : linksCell([context.links.link(id)]);
}

function measureCell(name: string, models: readonly SemanticModel[], { links }: ViewContext): Cell {
  const model = models.find(({ details }) => details.measures.some((m) => m.name === name));
  if (model === undefined) return codeCell(name);
  const link = links.link(model.uniqueId);
  const href = link.href === null ? null : `${link.href}#${measureAnchor(name)}`;
  return linksCell([{ ...link, name: `${link.name}.${name}`, href }]);
}

/** The anchor of a measure on the page of its semantic model. */
export function measureAnchor(name: string): string {
  return `measure-${slug(name)}`;
}

function howCell(input: MetricInput, models: readonly SemanticModel[]): Cell {
  const measure = input.of === 'measure' ? measureOf(input.name, models) : undefined;
  const parts = [
    measure === undefined || measure.type === null
      ? null
      : WORDS.aggregates(measure.type, measure.expression ?? measure.name),
    input.alias === null ? null : WORDS.alias(input.alias),
    input.offset === null ? null : WORDS.offset(input.offset),
    input.joinsTimeSpine ? WORDS.timeSpine : null,
    input.fillNullsWith === null ? null : WORDS.fillNulls(input.fillNullsWith),
  ].filter((part) => part !== null);
  return parts.length === 0 ? noneCell(WORDS.plain) : textCell(parts.join(', '));
}

function measureOf(name: string, models: readonly SemanticModel[]): SemanticElement | undefined {
  return models.flatMap(({ details }) => details.measures).find((measure) => measure.name === name);
}

function dimensionSection(
  details: MetricDetails,
  models: readonly SemanticModel[],
  context: ViewContext,
): Section[] {
  if (models.length === 0) return legacyDimensions(details);
  const rows = models.flatMap((model) =>
    model.details.dimensions.map((dimension): Cell[] => [
      codeCell(qualified(model, dimension)),
      textOr(dimension.type, SECTIONS.notTold),
      textOr(dimension.granularity, WORDS.noGranularity),
      linksCell([context.links.link(model.uniqueId)]),
      descriptionCell(dimension.description, context),
    ]),
  );
  if (rows.length === 0) return [];
  const foreign = sortedUnique(
    models.flatMap((model) =>
      model.details.entities.filter(({ type }) => type === 'foreign').map(({ name }) => name),
    ),
  );
  return [
    tableSection(
      'dimensions',
      WORDS.dimensions,
      [
        WORDS.dimension,
        SECTIONS.type,
        WORDS.granularity,
        WORDS.semanticModel,
        SECTIONS.description,
      ],
      rows.slice(0, MOST_DIMENSIONS),
      {
        dropsEmpty: true,
        note:
          foreign.length === 0
            ? WORDS.dimensionsNoteAlone
            : WORDS.dimensionsNote(foreign.join(', ')),
      },
    ),
  ];
}

/** MetricFlow's name of a dimension: the primary entity, two underscores, its own name. */
function qualified({ details }: SemanticModel, dimension: SemanticElement): string {
  const primary =
    details.primaryEntity ?? details.entities.find(({ type }) => type === 'primary')?.name;
  return primary === undefined ? dimension.name : `${primary}__${dimension.name}`;
}

function legacyDimensions({ dimensions }: MetricDetails): Section[] {
  return dimensions.length === 0
    ? []
    : [
        tableSection(
          'dimensions',
          WORDS.dimensions,
          [WORDS.dimension],
          dimensions.map((name) => [codeCell(name)]),
        ),
      ];
}
