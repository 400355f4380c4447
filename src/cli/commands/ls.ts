import { nearestName } from '../../config/nearest-name.ts';
import { METHODS } from '../../lineage/selectors/methods.ts';
import type { Resource } from '../../project/resource.ts';
import type { CliEffects } from '../cli-effects.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { Log } from '../log.ts';
import { parseArguments, type ParsedArguments } from '../parse-arguments.ts';
import { printable } from '../printable.ts';
import { configOf, SELECTION_OPTIONS } from '../site-options.ts';
import { UsageError } from '../usage-error.ts';

const OUTPUTS = ['selector', 'name', 'id', 'path', 'json'] as const;
type Output = (typeof OUTPUTS)[number];

const OPTIONS = {
  ...SELECTION_OPTIONS,
  'resource-type': 'LIST',
  output: OUTPUTS.join('|'),
  config: 'FILE',
  cache: 'DIR',
  history: 'DIR',
  'no-history': true,
  json: true,
  quiet: true,
} as const;

/** Types that dbt lists only when asked for them. */
const ON_REQUEST: ReadonlySet<string> = new Set(['analysis', 'operation']);

/** `dbt-workbench ls`: see `help.ts`. Expected failures are thrown. */
export async function ls(args: readonly string[], effects: CliEffects): Promise<ExitCode> {
  const parsed = parseArguments('ls', args, OPTIONS, 1);
  const output = outputOf(parsed);
  const types = typesOf(parsed.values.get('resource-type') ?? null);
  const config = configOf(effects.cwd, parsed);
  const log = new Log(effects, { json: output === 'json', quiet: parsed.flags.has('quiet') });
  const { resources, warnings } = await effects.loadSelection(config);
  refuseUnknownTypes(types, resources);
  if (!parsed.flags.has('quiet')) {
    for (const warning of warnings) log.problem('warn', printable(warning), null, {});
  }
  const isListed = typeFilter(types);
  for (const resource of resources.filter(({ resourceType }) => isListed(resourceType))) {
    effects.stdout.write(
      output === 'json'
        ? `${JSON.stringify(entryOf(resource))}\n`
        : `${printable(lineOf(resource, output))}\n`,
    );
  }
  return EXIT.ok;
}

function outputOf({ flags, values }: ParsedArguments): Output {
  const given = values.get('output') ?? (flags.has('json') ? 'json' : 'selector');
  const output = OUTPUTS.find((known) => known === given);
  if (output === undefined) {
    throw new UsageError(
      `--output must be ${OUTPUTS.slice(0, -1).join(', ')} or ${String(OUTPUTS.at(-1))}, but is ${JSON.stringify(given)}.`,
      'Run `dbt-workbench help ls` for its options.',
    );
  }
  return output;
}

/** @param list types with commas or spaces between; null for those that dbt lists by itself */
function typesOf(list: string | null): ReadonlySet<string> {
  return new Set(list?.split(/[\s,]+/).filter((type) => type !== '') ?? ['default']);
}

function typeFilter(types: ReadonlySet<string>): (resourceType: string) => boolean {
  if (types.has('all')) return () => true;
  return (type) => types.has(type) || (types.has('default') && !ON_REQUEST.has(type));
}

/**
 * A type of a dbt that is newer than this is one as well, where the project has it.
 *
 * @throws UsageError for what is no type, which would list nothing and look like an answer
 */
function refuseUnknownTypes(types: ReadonlySet<string>, resources: readonly Resource[]): void {
  const known = ['all', 'default', ...(METHODS.get('resource_type')?.values ?? [])];
  const found = new Set([...known, ...resources.map(({ resourceType }) => resourceType)]);
  const unknown = [...types].find((type) => !found.has(type));
  if (unknown === undefined) return;
  const nearest = nearestName(unknown, known);
  throw new UsageError(
    `--resource-type doesn't know ${JSON.stringify(unknown)}.`,
    nearest === null ? `It takes ${known.join(', ')}.` : `Did you mean ${nearest}?`,
  );
}

function lineOf(resource: Resource, output: Exclude<Output, 'json'>): string {
  switch (output) {
    case 'selector':
      return selectorOf(resource);
    case 'name':
      return resource.name;
    case 'id':
      return resource.uniqueId;
    case 'path':
      return resource.filePath ?? '';
  }
}

/** Types that dbt selects by a method of their own; all others by their fully qualified name. */
const METHOD_OF_TYPE: ReadonlySet<string> = new Set([
  'exposure',
  'metric',
  'saved_query',
  'semantic_model',
  'unit_test',
]);

/** What selects just this resource. */
function selectorOf({ resourceType, packageName, name, fqn, details }: Resource): string {
  if (details.kind === 'source') return `source:${packageName}.${details.sourceName}.${name}`;
  return METHOD_OF_TYPE.has(resourceType)
    ? `${resourceType}:${packageName}.${name}`
    : fqn.join('.');
}

function entryOf(resource: Resource): object {
  const { uniqueId, resourceType, name, packageName, filePath, tags, config, parents } = resource;
  return {
    unique_id: uniqueId,
    resource_type: resourceType,
    name,
    package_name: packageName,
    selector: selectorOf(resource),
    original_file_path: filePath,
    tags,
    config,
    depends_on: { nodes: parents },
  };
}
