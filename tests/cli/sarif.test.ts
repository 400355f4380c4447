import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { temporaryFolder } from '../hostile/artifacts-folder.ts';
import { runDbtWorkbench } from './run-dbt-workbench.ts';

const SAMPLE = fileURLToPath(new URL('../../sample_artifacts', import.meta.url));

const textSchema = z.strictObject({ text: z.string().min(1) });
const levelSchema = z.enum(['error', 'warning', 'note', 'none']);

/**
 * What of SARIF 2.1.0 GitHub's code scanning takes: other properties would be passed over in silence.
 * @see https://docs.github.com/en/code-security/reference/code-scanning/sarif-files/sarif-support-for-code-scanning
 */
const SARIF = z.strictObject({
  $schema: z.url(),
  version: z.literal('2.1.0'),
  runs: z
    .array(
      z.strictObject({
        tool: z.strictObject({
          driver: z.strictObject({
            name: z.string().min(1),
            semanticVersion: z.string(),
            rules: z
              .array(
                z.strictObject({
                  id: z.string().min(1).max(255),
                  shortDescription: z.strictObject({ text: z.string().min(1).max(1024) }),
                  fullDescription: z.strictObject({ text: z.string().max(1024) }).optional(),
                  help: textSchema.optional(),
                  helpUri: z.url().optional(),
                  defaultConfiguration: z.strictObject({ level: levelSchema }).optional(),
                }),
              )
              .max(25_000)
              .refine((rules) => new Set(rules.map(({ id }) => id)).size === rules.length),
          }),
        }),
        results: z
          .array(
            z.strictObject({
              ruleId: z.string(),
              ruleIndex: z.int().nonnegative(),
              level: levelSchema,
              message: textSchema,
              locations: z
                .array(
                  z.strictObject({
                    physicalLocation: z.strictObject({
                      artifactLocation: z.strictObject({
                        uri: z.string().regex(/^(?![/\\]|\w+:)[\w.~!*'()%/-]+$/),
                        uriBaseId: z.literal('%SRCROOT%'),
                      }),
                      region: z.strictObject({ startLine: z.int().positive() }),
                    }),
                  }),
                )
                .min(1)
                .max(1000),
              partialFingerprints: z.strictObject({ primaryLocationLineHash: z.string().min(1) }),
            }),
          )
          .max(25_000),
      }),
    )
    .max(20),
});

it('writes a SARIF report that code scanning takes', () => {
  const options = ['--format', 'sarif', '--project-dir', './dbt'];
  const { code, stdout } = runDbtWorkbench(['check', SAMPLE, ...options], temporaryFolder());
  expect(code).toBe(0);
  const report = SARIF.safeParse(JSON.parse(stdout));
  expect(report.error).toBeUndefined();
  expect(report.data?.runs[0]?.results.length).toBeGreaterThan(100);
});
