import astro from 'eslint-plugin-astro';
import globals from 'globals';
import tseslint from 'typescript-eslint';

/** Calls whose result depends on the machine, the moment or the locale. */
const nondeterministic = [
  {
    selector: "MemberExpression[property.name='localeCompare']",
    message: 'Compare by code point: the order must not depend on the locale of the machine.',
  },
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: 'Building twice gives the same bytes: derive the value from the input.',
  },
  {
    selector:
      "CallExpression[callee.object.name='Date'][callee.property.name='now'], NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Take the clock as a parameter: only src/cli/ and src/build/ know what time it is.',
  },
];

const defaultExport = {
  selector: 'ExportDefaultDeclaration',
  message: 'Export by name, so that a thing has one name wherever it is used.',
};

const toCatalogue =
  'Words of the interface stand in src/messages/, where they are read and corrected.';
/**
 * What is shown to readers: two words, or one that begins like a sentence. Commands and statuses of dbt are no words of
 * ours.
 */
const wording = String.raw`/^(?!dbt |runtime error$|partial success$)[\p{L}’“(]*(\p{L}{2,}[,:]? \p{L}{2,}|^\p{Lu}\p{Ll}+( |$))/u`;
/** What a program compares or throws, and the names of classes, are no words of the interface. */
const isSilent = [
  'ImportDeclaration > *',
  'ThrowStatement *',
  'BinaryExpression > *',
  'SwitchCase > *',
  'TSLiteralType > *',
  'CallExpression[callee.property.name=/^(querySelector|querySelectorAll|closest|matches|includes)$/] > *',
  "CallExpression[callee.name='element'] > TemplateLiteral:nth-child(2) > *",
  'VariableDeclarator[id.name=/[cC]lasses$/] *',
  'Property[key.name=/^(resourceTypes|keys)$/] *',
  'Property[key.value=/^@/] *',
  'JSXAttribute[name.name=/^(class|class:list|rel|content|media|transform|d|viewBox)$/] *',
].join(', ');
const words = [
  {
    selector: `Literal[value=${wording}]:not(${isSilent})`,
    message: toCatalogue,
  },
  {
    selector: `TemplateElement[value.raw=${wording}]:not(${isSilent})`,
    message: toCatalogue,
  },
];
const markup = [
  { selector: String.raw`JSXText[value=/\p{L}/u]`, message: toCatalogue },
  {
    selector: String.raw`JSXAttribute[name.name=/^(title|alt|placeholder|label|caption|note|aside|summary|why|what|text|aria-label|aria-description|data-label)$/] :matches(Literal[value=/\p{L}/u], TemplateElement[value.raw=/\p{L}/u])`,
    message: toCatalogue,
  },
];

export default tseslint.config(
  { ignores: ['.astro/', 'coverage/', 'dist/', 'site/', 'sample_artifacts/', 'tests/build/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },

  {
    files: ['**/*.{ts,tsx,mjs}'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/require-array-sort-compare': ['error', { ignoreStringArrays: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      // A leading underscore says "the signature asks for it, the body does not".
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      // Numbers in template strings are what messages are made of; everything else still needs a
      // formatter of its own.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      eqeqeq: 'error',
      'no-console': 'error',
      'no-shadow': 'error',
      'max-lines': ['error', 400],
    },
  },

  {
    files: ['src/**/*.{ts,tsx}'],
    rules: { 'no-restricted-syntax': ['error', ...nondeterministic, defaultExport] },
  },
  {
    // The engine and the CLI measure how long they take; nothing of it reaches the site.
    files: ['src/{build,cli}/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...nondeterministic.slice(0, 2), defaultExport] },
  },
  {
    // A module of njs, which knows default exports only, and which has tokens run out.
    files: ['src/nginx/jwt/jwt.ts'],
    rules: { 'no-restricted-syntax': ['error', ...nondeterministic.slice(0, 2)] },
  },
  {
    // The terminal is what these are for.
    files: ['src/cli/**/*.ts', 'scripts/**/*.{ts,mjs}'],
    rules: { 'no-console': 'off' },
  },
  {
    // An import statement would turn an ambient declaration file into a module.
    files: ['**/*.d.ts'],
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
    },
  },
  {
    // What runs in the browser shows times as seen from now, and writes no output.
    files: ['src/islands/**/*.{ts,tsx}'],
    languageOptions: { globals: globals.browser },
    rules: { 'no-restricted-syntax': ['error', ...nondeterministic.slice(0, 2), defaultExport] },
  },
  {
    files: ['**/*.test.ts', 'tests/**/*.ts'],
    rules: {
      // A claim about a large fixture is one file; the limit is for code that is read top to bottom.
      'max-lines': 'off',
      // Tests hand malformed values to code that must survive them, and read JSON back.
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
    },
  },
  {
    // Plain JavaScript: configuration, and the bootstrap that must run before anything is installed.
    // TypeScript does not check it, so the rules that need its types have nothing to go on.
    files: ['**/*.mjs'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: { globals: globals.node },
  },

  ...astro.configs['flat/recommended'],
  {
    files: ['**/*.astro'],
    rules: {
      'astro/no-set-html-directive': 'error',
      'astro/no-set-text-directive': 'error',
      // The site's Content-Security-Policy refuses inline scripts.
      'astro/no-unsafe-inline-scripts': 'error',
      'astro/no-unused-css-selector': 'error',
      'astro/valid-compile': 'error',
      'no-console': 'error',
    },
  },
  {
    // Texts of pages, in the templates and in what prepares or enhances them.
    files: ['src/{components,layouts,pages}/**/*.astro'],
    rules: { 'no-restricted-syntax': ['error', ...words, ...markup] },
  },
  {
    files: ['src/{components,view,islands,health}/**/*.{ts,tsx}'],
    ignores: ['**/*.test.ts', '**/testing/**'],
    rules: {
      'no-restricted-syntax': ['error', ...nondeterministic.slice(0, 2), defaultExport, ...words],
    },
  },
  {
    // The doors for markup that was made as markup: sanitised Markdown, highlighted code, and JSON that can't end its
    // script element.
    files: ['src/components/{Code,DatasetData,Markdown}.astro'],
    rules: { 'astro/no-set-html-directive': 'off' },
  },
  {
    // The types of .astro files are checked by `astro check`: ESLint sees every component as `any`.
    files: ['**/*.astro', '**/*.astro/*.{js,ts}'],
    extends: [tseslint.configs.disableTypeChecked],
    plugins: { '@typescript-eslint': tseslint.plugin },
    rules: { '@typescript-eslint/no-explicit-any': 'error' },
  },
);
