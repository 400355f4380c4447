import { createHash } from 'node:crypto';
import { diagnosticTitle } from '../../errors/diagnostic-title.ts';
import type { Diagnostic } from '../../errors/diagnostic.ts';
import type { CheckedRule, HealthChecks } from '../../view/health/build-health-checks.ts';

const LEVELS = { error: 'error', warn: 'warning', warning: 'warning', info: 'note' } as const;
type Level = (typeof LEVELS)[keyof typeof LEVELS];
const LEVEL_ORDER: readonly Level[] = ['error', 'warning', 'note'];

/** GitHub refuses files with more results than this. */
const MOST_RESULTS = 25_000;
/** What findings about the whole project, and about what has no file, point at: annotations need a file. */
const PROJECT_FILE = 'dbt_project.yml';

interface Result {
  readonly ruleId: string;
  readonly level: Level;
  readonly text: string;
  readonly file: string;
  /** What makes it the same finding in another run. */
  readonly identity: string;
}

/**
 * The findings as SARIF 2.1.0, the format of code scanning; the worst first, at most 25,000.
 *
 * @param projectDir where the dbt project lies in the repository; empty for its root
 */
export function sarifReport(
  checks: HealthChecks,
  diagnostics: readonly Diagnostic[],
  version: string,
  projectDir: string,
): Record<string, unknown> {
  const rules = [
    ...checks.rules.filter(({ isOn }) => isOn).map(ruleOf),
    ...[...new Map(diagnostics.map(({ code, hint }) => [code, hint]))].map(([code, hint]) => ({
      id: code,
      shortDescription: { text: diagnosticTitle(code) ?? code },
      help: { text: hint },
    })),
  ];
  const indexOf = new Map(rules.map(({ id }, index) => [id, index]));
  const results = [...diagnostics.map(ofDiagnostic), ...checks.rules.flatMap(ofRule)].toSorted(
    (a, b) => LEVEL_ORDER.indexOf(a.level) - LEVEL_ORDER.indexOf(b.level),
  );
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: { name: 'dbt-workbench', semanticVersion: version, rules },
        },
        results: results.slice(0, MOST_RESULTS).map((result) => ({
          ruleId: result.ruleId,
          ruleIndex: indexOf.get(result.ruleId),
          level: result.level,
          message: { text: result.text },
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: uriOf(result.file, projectDir), uriBaseId: '%SRCROOT%' },
                region: { startLine: 1 },
              },
            },
          ],
          partialFingerprints: {
            primaryLocationLineHash: createHash('sha256')
              .update(`${result.ruleId}\n${result.identity}`)
              .digest('hex')
              .slice(0, 32),
          },
        })),
      },
    ],
  };
}

/** A path as a reference below the root of the repository. */
function uriOf(file: string, projectDir: string): string {
  const path = [...projectDir.replaceAll('\\', '/').split('/'), ...file.split('/')];
  return path
    .filter((part) => part !== '' && part !== '.')
    .map((part) => encodeURIComponent(part.toWellFormed()))
    .join('/');
}

function ruleOf(rule: CheckedRule) {
  return {
    id: rule.name,
    shortDescription: { text: rule.title },
    fullDescription: { text: rule.why },
    help: { text: rule.fix },
    // A path without an address is no URI.
    ...(/^https?:/.test(rule.href) ? { helpUri: rule.href } : {}),
    defaultConfiguration: { level: LEVELS[rule.severity] },
  };
}

function ofRule(rule: CheckedRule): Result[] {
  return (rule.affected ?? []).map(({ uniqueId, name, filePath, detail }) => ({
    ruleId: rule.name,
    level: LEVELS[rule.severity],
    text: `${rule.title}: ${name === null ? detail : `${name}: ${detail}`}`,
    file: filePath ?? PROJECT_FILE,
    identity: uniqueId ?? '',
  }));
}

function ofDiagnostic({ code, severity, file, jsonPath, message }: Diagnostic): Result {
  return {
    ruleId: code,
    level: LEVELS[severity],
    text: message,
    file,
    identity: `${file}\n${jsonPath ?? ''}\n${message}`,
  };
}
