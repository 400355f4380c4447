import { Ajv2020 } from 'ajv/dist/2020.js';
import type { ValidateFunction } from 'ajv/dist/2020.js';
import { fullFormats } from 'ajv-formats/dist/formats.js';
import { readText, siteFiles } from '../hostile/built-site.ts';
import { rawObject, rawText } from './raw-json.ts';

/** Sites of one release carry the same schemas: each is compiled once. */
const compiled = new Map<string, ValidateFunction>();

/**
 * Validates every JSON file of a site against the schema that the site itself publishes for it:
 * `openapi.json` says which.
 *
 * @returns a line for each file that has no schema or doesn't fit its own
 */
export function contractBreaches(folder: string): string[] {
  const api = rawObject(JSON.parse(readText(folder, 'openapi.json')));
  const schemas = Object.entries(rawObject(api['paths'])).map(([template, path]) => ({
    pattern: patternOf(template),
    parameters: template.split('{').length - 1,
    validate: validatorOf(folder, schemaHref(path)),
  }));
  const breaches: string[] = [];
  for (const file of siteFiles(folder).filter(isData)) {
    const fitting = schemas.filter(({ pattern }) => pattern.test(`/${file}`));
    // `/runs/{slug}.json` is said more precisely than `/{collection}/{slug}.json`: OpenAPI's rule.
    const [schema] = fitting.sort((a, b) => a.parameters - b.parameters);
    if (schema === undefined) {
      breaches.push(`${file}: openapi.json names no schema for it`);
      continue;
    }
    if (schema.validate(JSON.parse(readText(folder, file)))) continue;
    const [error] = schema.validate.errors ?? [];
    breaches.push(`${file}: ${error?.instancePath ?? ''} ${error?.message ?? ''}`);
  }
  return breaches;
}

/** The contract describes neither itself nor the published artifacts, which are dbt's. */
function isData(file: string): boolean {
  return (
    file.endsWith('.json') && file !== 'openapi.json' && !/^(schemas|artifacts\/files)\//.test(file)
  );
}

/** Long lists go on in `index.2.json` …, which have the schema of the first file. */
function patternOf(template: string): RegExp {
  const source = template
    .split(/(\{\w+\})/)
    .map((part) => {
      if (part === '{collection}') return '[a-z-]+';
      if (part.startsWith('{')) return '[^/]+';
      return part.replaceAll('.', '\\.').replace(/index\\\.json$/, 'index(\\.\\d+)?\\.json');
    })
    .join('');
  return new RegExp(`^${source}$`);
}

function schemaHref(path: unknown): string {
  const responses = rawObject(rawObject(rawObject(path)['get'])['responses']);
  const content = rawObject(rawObject(responses['200'])['content']);
  const schema = rawObject(rawObject(content['application/json'])['schema']);
  return rawText(schema['$ref']) ?? '';
}

function validatorOf(folder: string, href: string): ValidateFunction {
  const text = readText(folder, href.replace(/^(https?:\/\/[^/]+)?\//, ''));
  const known = compiled.get(text);
  if (known !== undefined) return known;
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, formats: fullFormats });
  const validate = ajv.compile(rawObject(JSON.parse(text)));
  compiled.set(text, validate);
  return validate;
}
