import { defineConfig } from 'vitest/config';

/**
 * Tests that start builds, browsers or servers of their own run one file at a time. Their limits are
 * many times what they take: a machine may be busy with something else.
 */
const oneAtATime = { fileParallelism: false, testTimeout: 180_000, hookTimeout: 300_000 };

const corpus = {
  test: {
    ...oneAtATime,
    name: 'corpus',
    include: ['tests/corpus/**/*.test.ts'],
    testTimeout: 600_000,
    sequence: { groupOrder: 4 },
  },
};

export default defineConfig({
  test: {
    // Astro's and React's development builds are of no use to a test.
    env: { NODE_ENV: 'production' },
    projects: [
      {
        test: {
          name: 'unit',
          // Some start threads, which wait for their turn on a busy machine.
          testTimeout: 60_000,
          include: ['src/**/*.test.ts', 'scripts/**/*.test.ts'],
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          ...oneAtATime,
          name: 'site',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/{corpus,e2e,nginx}/**', 'tests/build/{input,output}/**'],
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          ...oneAtATime,
          name: 'nginx',
          include: ['tests/nginx/**/*.test.ts'],
          sequence: { groupOrder: 2 },
        },
      },
      {
        test: {
          ...oneAtATime,
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: ['tests/sample-site.ts'],
          sequence: { groupOrder: 3 },
        },
      },
      // Real artifacts of other projects, which are not part of this one.
      ...(process.env['DBT_WORKBENCH_CORPUS'] ? [corpus] : []),
    ],
  },
});
