import { STATE_PARTS } from '../../project/state/state-change.ts';
import { fnmatcher } from './fnmatch.ts';
import { matchesFqn } from './fqn.ts';
import { foldersAbove, globPaths, knownPaths } from './path-glob.ts';
import type { Selectable, SelectionFacts, SelectionGraph } from './selectable.ts';
import { configMatcher } from './config-value.ts';
import { versionMatcher, VERSION_WORDS } from './version-word.ts';

/** Tells of one node whether a criterion finds it. */
export type Matcher = (node: Selectable) => boolean;

/** What a method is looked up with. */
export interface MethodInput {
  readonly value: string;
  readonly arguments: readonly string[];
  readonly graph: SelectionGraph;
  readonly facts: SelectionFacts;
}

/** One of dbt's methods. */
export interface Method {
  /** The values that it takes, where it takes only some. */
  readonly values: readonly string[] | null;
  /** Which of the facts it can't do without; null when the graph says it all. */
  readonly needs: 'results' | 'sourceStatuses' | 'state' | 'config' | null;
  /** How many parts its value may have, with dots between; null where dots mean nothing. */
  readonly mostParts: number | null;
  readonly matcher: (input: MethodInput) => Matcher;
}

/** Types that dbt keeps outside a manifest's `nodes`. */
const OUTSIDE_NODES: ReadonlySet<string> = new Set([
  'source',
  'exposure',
  'metric',
  'semantic_model',
  'saved_query',
  'unit_test',
  'function',
]);

function isInNodes({ resourceType }: Selectable): boolean {
  return !OUTSIDE_NODES.has(resourceType);
}

function method(matcher: Method['matcher'], rest: Partial<Omit<Method, 'matcher'>> = {}): Method {
  return { values: null, needs: null, mostParts: null, ...rest, matcher };
}

/** `name` or `package.name` of one type of resource. */
function named(resourceType: string): Method {
  return method(
    ({ value }) => {
      const parts = value.split('.');
      const inPackage = fnmatcher(parts.length > 1 ? (parts[0] ?? '') : '*');
      const hasName = fnmatcher(parts.at(-1) ?? '');
      return (node) =>
        node.resourceType === resourceType && inPackage(node.packageName) && hasName(node.name);
    },
    { mostParts: 2 },
  );
}

const TEST_TYPES: ReadonlyMap<string, readonly Selectable['testType'][]> = new Map([
  ['generic', ['generic']],
  ['schema', ['generic']],
  ['singular', ['singular']],
  ['unit', ['unit']],
  ['data', ['generic', 'singular']],
]);

const RESOURCE_TYPES = [
  ...['model', 'source', 'seed', 'snapshot', 'test', 'unit_test', 'exposure', 'metric'],
  ...['semantic_model', 'saved_query', 'analysis', 'operation', 'function'],
];

/** dbt's methods by their names, as far as artifacts can answer them. `selector` is resolved by `select`. */
export const METHODS: ReadonlyMap<string, Method> = new Map([
  [
    'fqn',
    method(
      ({ value }) =>
        (node) =>
          node.resourceType !== 'source' && matchesFqn(node, value),
    ),
  ],
  [
    'tag',
    method(({ value }) => {
      const matches = fnmatcher(value);
      return ({ tags }) => tags.some(matches);
    }),
  ],
  [
    'group',
    method(({ value }) => {
      const matches = fnmatcher(value);
      return (node) =>
        node.group !== null &&
        (isInNodes(node) || node.resourceType === 'metric') &&
        matches(node.group);
    }),
  ],
  [
    'access',
    method(
      ({ value }) =>
        (node) =>
          node.resourceType === 'model' && node.access === value,
      {
        values: ['private', 'protected', 'public'],
      },
    ),
  ],
  [
    'source',
    method(
      ({ value }) => {
        const parts = value.split('.');
        const [inPackage, inSource, isTable] = [
          parts.length > 2 ? (parts[0] ?? '') : '*',
          (parts.length > 2 ? parts[1] : parts[0]) ?? '',
          parts.length > 1 ? (parts.at(-1) ?? '') : '*',
        ].map(fnmatcher);
        return ({ resourceType, packageName, sourceName, name }) =>
          resourceType === 'source' &&
          inPackage?.(packageName) === true &&
          inSource?.(sourceName ?? '') === true &&
          isTable?.(name) === true;
      },
      { mostParts: 3 },
    ),
  ],
  ['path', method(pathMatcher)],
  [
    'file',
    method(({ value }) => {
      const matches = fnmatcher(value);
      return ({ filePath }) => {
        const name = filePath?.slice(filePath.lastIndexOf('/') + 1) ?? '';
        return name !== '' && (matches(name) || matches(withoutExtension(name)));
      };
    }),
  ],
  [
    'package',
    method(({ value, facts }) => {
      const matches = fnmatcher(value === 'this' ? (facts.rootPackage ?? value) : value);
      return ({ packageName }) => matches(packageName);
    }),
  ],
  [
    'config',
    method(
      ({ value, arguments: place }) => {
        const matches = configMatcher(place, value);
        return (node) =>
          (isInNodes(node) || node.resourceType === 'source') &&
          node.config !== null &&
          matches(node.config);
      },
      { needs: 'config' },
    ),
  ],
  [
    'test_name',
    method(({ value }) => {
      const matches = fnmatcher(value);
      return ({ testType, testName, name }) =>
        testType === 'unit' ? matches(name) : testName !== null && matches(testName);
    }),
  ],
  [
    'test_type',
    method(
      ({ value }) => {
        const types = TEST_TYPES.get(value) ?? [];
        return ({ testType }) => testType !== null && types.includes(testType);
      },
      { values: [...TEST_TYPES.keys()] },
    ),
  ],
  [
    'resource_type',
    method(
      ({ value }) =>
        ({ resourceType }) =>
          resourceType === value,
      { values: RESOURCE_TYPES },
    ),
  ],
  ['version', method(({ value }) => versionMatcher(value), { values: VERSION_WORDS })],
  [
    'result',
    method(
      ({ value, facts }) =>
        ({ uniqueId }) =>
          facts.results?.get(uniqueId) === value.toLowerCase(),
      { needs: 'results' },
    ),
  ],
  [
    'source_status',
    method(
      ({ value, facts }) =>
        ({ uniqueId }) =>
          facts.sourceStatuses?.get(uniqueId)?.has(value) === true,
      { needs: 'sourceStatuses', values: ['fresher', 'pass', 'warn', 'error'] },
    ),
  ],
  [
    'state',
    method(stateMatcher, {
      needs: 'state',
      values: [
        ...['new', 'old', 'modified', 'unmodified'],
        ...STATE_PARTS.map((part) => `modified.${part}`),
      ],
    }),
  ],
  ...['exposure', 'metric', 'semantic_model', 'saved_query', 'unit_test', 'function'].map(
    (type) => [type, named(type)] as const,
  ),
]);

/** The name of the method that stands for a definition in `selectors.yml`. */
export const SELECTOR_METHOD = 'selector';

function withoutExtension(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot > 0 ? name.slice(0, dot) : name;
}

/** dbt looks at the root project's folder: what lies there is what resources of that project come from. */
function pathMatcher({ value, graph, facts }: MethodInput): Matcher {
  const own = graph.nodes.filter(
    ({ packageName }) => facts.rootPackage === null || packageName === facts.rootPackage,
  );
  const known = knownPaths(
    own.flatMap(({ filePath, patchPath }) => [filePath, patchPath]).filter((path) => path !== null),
  );
  const found = globPaths(value, known);
  return ({ filePath, patchPath }) =>
    (patchPath !== null && found.has(patchPath)) ||
    (filePath !== null &&
      (found.has(filePath) || foldersAbove(filePath).some((folder) => found.has(folder))));
}

function stateMatcher({ value, facts: { state } }: MethodInput): Matcher {
  const part = STATE_PARTS.find((name) => value === `modified.${name}`);
  return ({ uniqueId }) => {
    const change = state?.get(uniqueId);
    if (change === undefined) return value === 'old' || value === 'unmodified';
    switch (value) {
      case 'new':
        return change.isNew;
      case 'old':
        return !change.isNew;
      case 'modified':
        return change.isModified;
      case 'unmodified':
        return !change.isModified;
      default:
        return part !== undefined && change.parts.has(part);
    }
  };
}
