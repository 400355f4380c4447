import { diagnosticTitle } from '../../errors/diagnostic-title.ts';
import type { Diagnostic, Severity } from '../../errors/diagnostic.ts';
import { compareText } from '../../project/order.ts';
import type { CheckedRule, HealthChecks } from '../../view/health/build-health-checks.ts';
import type { CliEffects } from '../cli-effects.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { counted, formatCount } from '../format.ts';
import { Log } from '../log.ts';
import { type ParsedArguments, parseArguments } from '../parse-arguments.ts';
import { printable } from '../printable.ts';
import { judge, type Verdict } from '../check/fail-on.ts';
import { markdownReport } from '../check/markdown.ts';
import { sarifReport } from '../check/sarif.ts';
import { configOf } from '../site-options.ts';
import type { Style } from '../terminal.ts';
import { UsageError } from '../usage-error.ts';

const OPTIONS = {
  config: 'FILE',
  'site-url': 'URL',
  'fail-on': 'LIST',
  'project-dir': 'DIR',
  format: 'text|json|sarif|markdown',
  json: true,
  quiet: true,
} as const;
const FORMATS = ['text', 'json', 'sarif', 'markdown'] as const;
type Format = (typeof FORMATS)[number];
const SHOWN_PER_CODE = 20;
const RANK: Record<Severity, number> = { error: 0, warning: 1, info: 2 };
const STYLE: Record<Severity, Style> = { error: 'red', warning: 'yellow', info: 'faint' };
const RULE_RANK: Record<CheckedRule['severity'], number> = { error: 0, warn: 1, info: 2 };
const RULE_STYLE: Record<CheckedRule['severity'], Style> = {
  error: 'red',
  warn: 'yellow',
  info: 'faint',
};

/** `dbt-workbench check`: see `help.ts`. Expected failures are thrown. */
export async function check(args: readonly string[], effects: CliEffects): Promise<ExitCode> {
  const parsed = parseArguments('check', args, OPTIONS, 1);
  const format = formatOf(parsed);
  const config = configOf(effects.cwd, parsed);
  const isReport = format === 'sarif' || format === 'markdown';
  const log = new Log(effects, { json: format === 'json', quiet: parsed.flags.has('quiet') });
  const loaded = await effects.loadSite(
    config,
    (step) => {
      // Programs want the findings only.
      if (format === 'text') log.step(step);
    },
    'look',
  );
  const { site } = loaded;
  const diagnostics = [...loaded.diagnostics, ...loaded.historyDiagnostics];
  const checks = loaded.health();
  const verdict = judge(parsed.values.get('fail-on') ?? null, diagnostics, checks);
  if (isReport) {
    effects.stdout.write(
      format === 'sarif'
        ? `${JSON.stringify(sarifReport(checks, diagnostics, effects.version, parsed.values.get('project-dir') ?? ''), null, 2)}\n`
        : markdownReport(site.title, checks, diagnostics, verdict),
    );
  } else {
    tellArtifacts(diagnostics, log);
    tellHealth(checks, verdict, log);
    tellSummary(diagnostics, checks, verdict, log);
  }
  for (const { name, unanswered } of verdict.unanswered) {
    log.problem('warn', `${name} has no answer, so nothing was checked.`, unanswered, {
      rule: name,
    });
  }
  // What is wrong with the artifacts was told above.
  const failures = verdict.failures.filter((failure) => !failure.startsWith('artifacts:'));
  if (failures.length > 0 && format !== 'json') {
    log.problem('error', `The check failed: ${failures.join(' · ')}.`, null, {});
  }
  return verdict.failures.length > 0 ? EXIT.findings : EXIT.ok;
}

function formatOf({ flags, values }: ParsedArguments): Format {
  const given = values.get('format');
  const format = FORMATS.find((known) => known === given);
  if (given !== undefined && format === undefined) {
    throw new UsageError(
      `--format must be ${FORMATS.slice(0, -1).join(', ')} or ${FORMATS.at(-1) ?? ''}, but is ${JSON.stringify(given)}.`,
      'Run `dbt-workbench help check` for its options.',
    );
  }
  if (flags.has('json') && format !== undefined && format !== 'json') {
    throw new UsageError(`--json and --format ${format} exclude each other.`, 'Give one of them.');
  }
  return flags.has('json') ? 'json' : (format ?? 'text');
}

function tellArtifacts(diagnostics: readonly Diagnostic[], log: Log): void {
  for (const { code, severity, file, jsonPath, message, hint } of diagnostics) {
    log.data({ event: 'finding', code, severity, file, jsonPath, message, hint });
  }
  for (const group of groupsOf(diagnostics)) describe(group, log);
}

const NAME_WIDTH = 40;
const COUNT_WIDTH = 7;

/** One line for each rule that found something; what made the check fail is listed below its rule. */
function tellHealth({ states, rules }: HealthChecks, verdict: Verdict, log: Log): void {
  if (rules.length === 0) return;
  const stateText = states.map(({ state, count }) => `${formatCount(count)} ${state}`).join(' · ');
  log.data({
    event: 'health',
    states: Object.fromEntries(states.map(({ state, count }) => [state, count])),
  });
  log.line('');
  log.line(`health  ${stateText}`, 'bold');
  for (const rule of rules.toSorted((a, b) => RULE_RANK[a.severity] - RULE_RANK[b.severity])) {
    const { name, title, severity, isOn, unanswered, affected } = rule;
    log.data({
      event: 'rule',
      rule: name,
      severity,
      isOn,
      affected: affected?.length ?? null,
      unanswered,
    });
    for (const { uniqueId, filePath, detail } of affected ?? []) {
      log.data({ event: 'affected', rule: name, severity, uniqueId, file: filePath, detail });
    }
    if (affected === null || affected.length === 0) continue;
    const count = formatCount(affected.length).padStart(COUNT_WIDTH);
    log.line(
      `${severity.padEnd(6)}${name.padEnd(NAME_WIDTH)}${count}  ${title}`,
      RULE_STYLE[severity],
    );
    if (!verdict.failingRules.has(name)) continue;
    for (const finding of affected.slice(0, SHOWN_PER_CODE)) {
      const where = [finding.uniqueId, finding.filePath].filter((part) => part !== null).join('  ');
      log.line(`        ${printable(where === '' ? 'the whole project' : where)}`);
      log.line(`          ${printable(finding.detail)}`, 'faint');
    }
    if (affected.length > SHOWN_PER_CODE) {
      log.line(
        `        … and ${formatCount(affected.length - SHOWN_PER_CODE)} more; --json lists all.`,
      );
    }
    log.line(`        → ${rule.fix}`);
  }
}

function tellSummary(
  diagnostics: readonly Diagnostic[],
  { rules }: HealthChecks,
  { failures }: Verdict,
  log: Log,
): void {
  const count = (wanted: Severity): number =>
    diagnostics.filter(({ severity }) => severity === wanted).length;
  const [errors, warnings, infos] = [count('error'), count('warning'), count('info')];
  const found = rules.reduce((sum, { affected }) => sum + (affected?.length ?? 0), 0);
  log.data({ event: 'summary', errors, warnings, infos, healthFindings: found, failures });
  const total = [
    ...(errors + warnings > 0 ? [counted(errors, 'error'), counted(warnings, 'warning')] : []),
    ...(infos > 0 ? [counted(infos, 'note')] : []),
    ...(found > 0 ? [`${counted(found, 'finding')} of rules`] : []),
  ];
  log.line(total.length === 0 ? 'No findings.' : `\n${total.join(' · ')}`);
}

/** By code: errors first, then by name. */
function groupsOf(diagnostics: readonly Diagnostic[]): Diagnostic[][] {
  const groups = Map.groupBy(diagnostics, ({ code }) => code);
  return [...groups.values()].sort(([a], [b]) =>
    a === undefined || b === undefined
      ? 0
      : RANK[a.severity] - RANK[b.severity] || compareText(a.code, b.code),
  );
}

function describe(group: readonly Diagnostic[], log: Log): void {
  const [first] = group;
  if (first === undefined) return;
  log.line('');
  log.line(`${first.severity} ${first.code} (${String(group.length)})`, STYLE[first.severity]);
  const title = diagnosticTitle(first.code);
  if (title !== null) log.line(`  ${title}`, 'bold');
  for (const { file, jsonPath, message } of group.slice(0, SHOWN_PER_CODE)) {
    log.line(`  ${printable([file, jsonPath].filter(Boolean).join('  '))}`);
    log.line(`    ${printable(message)}`, 'faint');
  }
  if (group.length > SHOWN_PER_CODE) {
    log.line(`  … and ${String(group.length - SHOWN_PER_CODE)} more; --json lists all.`);
  }
  for (const hint of new Set(group.map((diagnostic) => diagnostic.hint))) log.line(`  → ${hint}`);
}
