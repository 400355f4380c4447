import type { KnipConfig } from 'knip';

const config: KnipConfig = {
  // What is found by name: by the compile script, by Astro, by pages, by npm scripts.
  entry: [
    'src/cli/main.ts',
    'src/build/worker.ts',
    'src/artifacts/reader.ts',
    'src/build/search/indexer.ts',
    'src/nginx/jwt/jwt.ts',
    // Pages ask for these by the src of a script.
    'src/islands/{enhance,resource,run,runs,search}.ts',
    'src/build/renderer/{entry,reference-middleware,reference-plan}.ts',
    'scripts/*.{ts,mjs}',
    // A process of its own, which a test has killed.
    'tests/live/publish-and-die.ts',
  ],
  project: ['src/**/*.{ts,tsx,astro,css}', 'scripts/**/*.{ts,mjs}', 'tests/**/*.ts'],
  // Part of every Unix.
  ignoreBinaries: ['mkfifo', 'du', 'mount', 'umount', 'taskset'],
  ignoreExportsUsedInFile: true,
};

export default config;
