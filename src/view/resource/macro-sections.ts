import { SECTIONS } from '../../messages/resource-sections.ts';
import type { Argument, FunctionDetails } from '../../project/details/details.ts';
import { macroSignature } from '../../project/details/macro-signature.ts';
import type { Resource } from '../../project/resource.ts';
import { collectionOf } from '../collection.ts';
import { codeCell, codeOr, linksCell, noneCell, textCell, textOr } from '../cells.ts';
import type { ViewContext } from '../context.ts';
import type { Section } from '../section.ts';
import { codeSection, descriptionCell, tableSection } from './section-parts.ts';

const WORDS = SECTIONS.macro;
/** Callers of one type that a page lists. */
const MOST_CALLERS = 200;

/** Arguments, documented or only written in the code, who calls a macro, and what it calls. */
export function macroSections(
  resource: Resource,
  documented: readonly Argument[],
  context: ViewContext,
): Section[] {
  const args = macroArguments(documented, resource.rawCode ?? '');
  return [
    ...argumentSection(args, context),
    ...callerSection(resource, context),
    ...callSection(resource, context),
  ];
}

/** What a function takes and gives back. */
export function functionSections(details: FunctionDetails, context: ViewContext): Section[] {
  return [
    ...argumentSection(details.arguments, context),
    ...(details.returnsDescription === '' || details.returns === null
      ? []
      : [
          tableSection(
            'returns',
            SECTIONS.function.returns,
            [SECTIONS.type, SECTIONS.description],
            [[codeCell(details.returns), descriptionCell(details.returnsDescription, context)]],
          ),
        ]),
  ];
}

/** The code's own order and defaults, with what the project says of each; then what only the project names. */
function macroArguments(documented: readonly Argument[], code: string): readonly Argument[] {
  const signature = macroSignature(code);
  if (signature === null) return documented;
  const byName = new Map(documented.map((argument) => [argument.name, argument]));
  const written = new Set(signature.map(({ name }) => name));
  return [
    ...signature.map(({ name, defaultValue }) => ({
      ...(byName.get(name) ?? { name, type: null, description: '' }),
      defaultValue,
    })),
    ...documented.filter(({ name }) => !written.has(name)),
  ];
}

function argumentSection(list: readonly Argument[], context: ViewContext): Section[] {
  if (list.length === 0) return [];
  const hasDefaults = list.some(({ defaultValue }) => defaultValue !== null);
  return [
    tableSection(
      'arguments',
      WORDS.arguments,
      [SECTIONS.name, SECTIONS.type, ...(hasDefaults ? [WORDS.default] : []), SECTIONS.description],
      list.map(({ name, type, description, defaultValue }) => [
        codeCell(name),
        textOr(type, SECTIONS.notTyped),
        ...(hasDefaults ? [codeOr(defaultValue, WORDS.noDefault)] : []),
        descriptionCell(description, context),
      ]),
      { dropsEmpty: true },
    ),
  ];
}

function callerSection({ uniqueId }: Resource, context: ViewContext): Section[] {
  const callers = context.project.macroCallers.get(uniqueId) ?? [];
  if (callers.length === 0) {
    return [tableSection('called-by', WORDS.calledBy, [], [], { note: WORDS.nobody })];
  }
  const byType = Map.groupBy(callers, (id) => collectionOf(typeOf(id, context)).plural);
  return [
    tableSection(
      'called-by',
      WORDS.calledBy,
      [SECTIONS.type, WORDS.callers(callers.length)],
      [...byType].map(([type, ids]) => [
        textCell(type),
        linksCell(
          context.links.links(ids.slice(0, MOST_CALLERS)),
          Math.max(0, ids.length - MOST_CALLERS),
        ),
      ]),
    ),
  ];
}

function typeOf(id: string, { project }: ViewContext): string {
  return project.resources.get(id)?.resourceType ?? '';
}

/** What it calls: macros of this project by link, those of packages by name. */
function callSection({ macros }: Resource, context: ViewContext): Section[] {
  if (macros.length === 0) return [];
  return [
    tableSection(
      'calls',
      WORDS.calls,
      [WORDS.macro, WORDS.package],
      macros.map((id) => {
        const macro = context.project.resources.get(id);
        return [
          context.links.pagePath(id) === null
            ? codeCell(macro?.name ?? id)
            : linksCell([context.links.link(id)]),
          macro === undefined ? noneCell(SECTIONS.notTold) : textCell(macro.packageName),
        ];
      }),
    ),
  ];
}

/** How an operation's code is run: `on-run-start`, `on-run-end`. */
export function operationWhen(resource: Resource): string | null {
  return resource.tags.find((tag) => tag === 'on-run-start' || tag === 'on-run-end') ?? null;
}

/** A call that a reader can copy: its name and its arguments. */
export function usageSection(resource: Resource): Section[] {
  const signature = macroSignature(resource.rawCode ?? '');
  if (signature === null || resource.name.startsWith('test_')) return [];
  const call = signature
    .map(({ name, defaultValue }) => (defaultValue === null ? name : `${name}=${defaultValue}`))
    .join(', ');
  return [codeSection('usage', WORDS.usage, 'jinja', `{{ ${resource.name}(${call}) }}`)];
}
