import { builtinModules } from 'node:module';

/**
 * The arrows between the folders of src/, which are the stages of the pipeline.
 * `scripts/check-astro-imports.ts` applies the same rules to the .astro files, which
 * dependency-cruiser cannot read; what no entry point reaches is Knip's to find, for the same reason.
 */

/** For each folder of src/: the other folders it may import from, and why no more than these. */
const arrows = {
  errors: {
    may: [],
    why: 'Every stage reports through errors/, so it can know none of them.',
  },
  config: {
    may: ['errors'],
    why: 'Settings are read before any artifact is, so they cannot depend on what artifacts hold.',
  },
  artifacts: {
    may: ['errors', 'config'],
    why: 'artifacts/ is the only folder that knows a dbt version; it reads files and has no opinion on what is made of them.',
  },
  project: {
    may: ['artifacts', 'errors', 'config'],
    why: 'project/ turns artifacts into the one normalised model; a page that needs something else asks view/.',
  },
  runs: {
    may: ['artifacts', 'project', 'errors', 'config'],
    why: 'runs/ turns the artifacts of invocations into normalised runs; what a run looks like on a page is for view/ to say.',
  },
  history: {
    may: ['artifacts', 'project', 'runs', 'errors', 'config'],
    why: 'history/ keeps runs and gives them back; what is shown of them is for view/ to say.',
  },
  lineage: {
    may: ['project', 'messages', 'errors', 'config'],
    why: 'lineage/ runs in the build and in the browser, so it stays a pure function of the project.',
  },
  search: {
    may: [],
    why: 'search/ ranks names and columns in the browser as in tests and scripts; what names there are is for view/ to say.',
  },
  health: {
    may: ['project', 'runs', 'lineage', 'messages', 'errors', 'config'],
    why: 'health/ judges what the model and the runs say; how a judgement looks is for view/ to say.',
  },
  messages: {
    may: [],
    why: 'Words know nothing of where they are shown, so that every stage can take its words from here.',
  },
  nginx: {
    may: ['config', 'errors'],
    why: 'nginx/ turns the environment into a configuration for nginx, before and apart from any site.',
  },
  view: {
    may: ['project', 'runs', 'lineage', 'health', 'search', 'messages', 'errors', 'config'],
    why: 'A view is plain data computed from the model, so that page, JSON file and CLI show one figure.',
  },
  emit: {
    may: ['view', 'project', 'runs', 'lineage', 'health', 'search', 'messages', 'errors', 'config'],
    why: 'emit/ writes down what view/ computed; computing here would let the JSON and the pages disagree.',
  },
  live: {
    may: ['build', 'emit', 'artifacts', 'errors', 'config'],
    why: 'live/ has sites built and shows the result; what it is told by people, and how it speaks to them, is for cli/.',
  },
  layouts: {
    may: ['components', 'islands', 'messages', 'styles', 'view'],
    why: 'A layout shows its view and computes nothing, so it needs no other stage.',
  },
  components: {
    may: ['islands', 'messages', 'styles', 'view'],
    why: 'A component shows the part of a view that it is given, so it needs no other stage.',
  },
  pages: {
    may: ['components', 'islands', 'layouts', 'messages', 'styles', 'view'],
    why: 'A route picks a view and a layout; with data of its own it would show what JSON and CLI do not.',
  },
  islands: {
    may: ['styles', 'view', 'lineage', 'search', 'messages'],
    why: 'Islands run in the browser, where there are no artifacts and no build.',
  },
};

const folders = Object.entries(arrows).map(([folder, { may, why }]) => ({
  name: `${folder}-arrows`,
  comment: why,
  severity: 'error',
  from: { path: `^src/${folder}/` },
  to: { path: '^src/', pathNot: `^src/(${[folder, ...may].join('|')})/` },
}));

/** Tests, and what several tests of one folder share. */
const test = String.raw`\.test\.ts$|/testing/`;
const nodeModule = `^(node:.+|${builtinModules.join('|')})$`;

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...folders,
    {
      name: 'models-know-artifacts-by-type-only',
      comment:
        'project/ and runs/ are handed artifacts that were read and validated; were they to read one themselves, I/O and the model could not be tested apart.',
      severity: 'error',
      from: { path: '^src/(project|runs)/', pathNot: test },
      to: { path: '^src/artifacts/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'files-are-read-and-written-at-the-edges',
      comment:
        'The file system is touched where artifacts and settings are read and where the engine and the CLI write; everything between is a pure function and tested as one.',
      severity: 'error',
      from: {
        path: '^src/',
        pathNot: `^src/(artifacts/|history/|config/load-config\\.ts$|nginx/(prepare-nginx|jwt/jwt)\\.ts$|build/|live/|cli/)|${test}`,
      },
      to: { path: '^(node:)?fs(/promises)?$', dependencyTypes: ['core'] },
    },
    {
      name: 'islands-reach-no-node',
      comment:
        'What an island imports, directly or through others, is shipped to the browser, where Node modules do not exist.',
      severity: 'error',
      from: { path: '^src/islands/', pathNot: test },
      to: { path: nodeModule, reachable: true },
    },
    {
      name: 'react-stays-in-islands',
      comment:
        'React enhances pages that are complete without it; anywhere else it would be paid for on every page or at build time.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/islands/' },
      to: { path: '^node_modules/(react|react-dom|sigma)/' },
    },
    {
      name: 'zod-stays-at-the-doors',
      comment:
        'Data is validated once, where it enters (artifacts/, config/, history/) and where it leaves (emit/); inside, the types are trusted.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(artifacts|config|emit|history)/' },
      to: { path: '^node_modules/(zod|astro/.*/zod)' },
    },
    {
      name: 'compiler-stays-out-of-the-package',
      comment:
        'The published package renders with the compiled bundle: a user who builds a site has no Astro, so only the pages and the adapter that is compiled with them may import it.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(pages|layouts|components|build/renderer)/' },
      to: { path: '^node_modules/(astro|@astrojs|vite)/' },
    },
    {
      name: 'product-knows-no-tests',
      comment:
        'What is shipped must not depend on tests, on contributor scripts or on the tools that they use.',
      severity: 'error',
      from: { path: '^src/', pathNot: test },
      to: {
        path: `^(tests|scripts)/|${test}|^node_modules/(vitest|playwright-core|@axe-core|ajv|ajv-formats)/`,
      },
    },
    {
      name: 'no-cycles',
      comment:
        'In a cycle no file can be understood, tested or moved alone: put what both need into a third one.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'imports-resolve',
      comment: 'An import that points nowhere breaks only when it is run.',
      severity: 'error',
      from: {},
      // `astro:…` modules and `astro/app/entrypoint` exist only while Astro compiles.
      to: { couldNotResolve: true, pathNot: '^astro:|^astro/app/entrypoint$' },
    },
    {
      name: 'packages-are-declared',
      comment:
        'A package that package.json does not name is there by accident and gone with the next install.',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|site|sample_artifacts|\\.astro)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
    reporterOptions: { text: { highlightFocused: true } },
  },
};
