import type { Diagnostic } from '../../errors/diagnostic.ts';
import type {
  CheckedFinding,
  CheckedRule,
  HealthChecks,
} from '../../view/health/build-health-checks.ts';
import { counted, formatCount } from '../format.ts';
import type { Verdict } from './fail-on.ts';

/** Findings of a rule that are listed; a comment holds 65,536 characters. */
const SHOWN = 10;
/** Rules whose findings are listed. */
const DETAILED = 12;

/** The findings as Markdown for a comment on a pull request: the verdict, the states, and a list for each rule. */
export function markdownReport(
  title: string,
  { states, rules }: HealthChecks,
  diagnostics: readonly Diagnostic[],
  verdict: Verdict,
): string {
  const found = rules
    .filter(({ affected }) => affected !== null && affected.length > 0)
    .toSorted((a, b) => rankOf(a, verdict) - rankOf(b, verdict));
  const problems = diagnostics.filter(({ severity }) => severity !== 'info').length;
  const lines = [
    `### Health of ${escape(title)}`,
    '',
    verdict.failures.length === 0
      ? '**Passed.**'
      : `**Failed:** ${verdict.failures.map(escape).join(' · ')}`,
    '',
    `| ${states.map(({ state }) => state).join(' | ')} |`,
    `| ${states.map(() => '---:').join(' | ')} |`,
    `| ${states.map(({ count }) => formatCount(count)).join(' | ')} |`,
    '',
    ...(problems > 0 ? [`${counted(problems, 'finding')} in the artifacts.`, ''] : []),
    ...(found.length > 0
      ? ['| | Rule | Findings |', '| --- | --- | ---: |', ...found.map(rowOf), '']
      : ['No rule finds anything.', '']),
    ...found.slice(0, DETAILED).flatMap((rule) => detailsOf(rule, verdict)),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

const ORDER = ['error', 'warn', 'info'];

/** What made the check fail comes first, then by severity. */
function rankOf({ name, severity }: CheckedRule, { failingRules }: Verdict): number {
  return ORDER.indexOf(severity) - (failingRules.has(name) ? ORDER.length : 0);
}

function rowOf(rule: CheckedRule): string {
  const name = /^https?:/.test(rule.href)
    ? `[${escape(rule.title)}](${rule.href})`
    : escape(rule.title);
  return `| ${rule.severity} | ${name} | ${formatCount(rule.affected?.length ?? 0)} |`;
}

function detailsOf(rule: CheckedRule, { failingRules }: Verdict): string[] {
  const affected = rule.affected ?? [];
  const more = affected.length - SHOWN;
  return [
    `<details${failingRules.has(rule.name) ? ' open' : ''}><summary>${html(rule.title)} (${formatCount(affected.length)})</summary>`,
    '',
    escape(`${rule.why} ${rule.fix}`),
    '',
    ...affected.slice(0, SHOWN).map((finding) => `- ${itemOf(finding)}`),
    ...(more > 0 ? [`- and ${formatCount(more)} more`] : []),
    '',
    '</details>',
    '',
  ];
}

function itemOf({ name, detail, href }: CheckedFinding): string {
  const label = name === null ? 'The whole project' : escape(name);
  const link = href !== null && /^https?:/.test(href) ? `[${label}](${href})` : label;
  return `${link}: ${escape(detail)}`;
}

/** Text from artifacts, so that nothing in it is taken for Markdown or HTML, nor mentions anybody. */
function escape(text: string): string {
  return (
    text
      .replace(/\s+/g, ' ')
      .slice(0, 400)
      .replace(/[\\`*_{}[\]()#+!|<>~&]/g, String.raw`\$&`)
      // A name with @ in it must not call anybody.
      .replaceAll('@', '@\u200B')
  );
}

function html(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}
