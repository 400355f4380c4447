import * as catalogue from '../../errors/catalogue.ts';
import type { Diagnostic, Severity } from '../../errors/diagnostic.ts';
import { compareText } from '../../project/order.ts';
import type { CliEffects } from '../cli-effects.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { counted } from '../format.ts';
import { Log } from '../log.ts';
import { parseArguments } from '../parse-arguments.ts';
import { printable } from '../printable.ts';
import { configOf } from '../site-options.ts';
import type { Style } from '../terminal.ts';

const OPTIONS = { config: 'FILE', json: true, quiet: true } as const;
const SHOWN_PER_CODE = 20;
const RANK: Record<Severity, number> = { error: 0, warning: 1, info: 2 };
const STYLE: Record<Severity, Style> = { error: 'red', warning: 'yellow', info: 'faint' };

/** `dbt-workbench check`: see `help.ts`. Expected failures are thrown. */
export async function check(args: readonly string[], effects: CliEffects): Promise<ExitCode> {
  const parsed = parseArguments('check', args, OPTIONS, 1);
  const config = configOf(effects.cwd, parsed);
  const json = parsed.flags.has('json');
  const log = new Log(effects, { json, quiet: parsed.flags.has('quiet') });
  const { diagnostics } = await effects.loadSite(config, (step) => {
    // Programs want the findings only.
    if (!json) log.step(step);
  });
  for (const { code, severity, file, jsonPath, message, hint } of diagnostics) {
    log.data({ event: 'finding', code, severity, file, jsonPath, message, hint });
  }
  for (const group of groupsOf(diagnostics)) describe(group, log);

  const count = (wanted: Severity): number =>
    diagnostics.filter(({ severity }) => severity === wanted).length;
  const [errors, warnings, infos] = [count('error'), count('warning'), count('info')];
  log.data({ event: 'summary', errors, warnings, infos });
  const total = [
    counted(errors, 'error'),
    counted(warnings, 'warning'),
    ...(infos > 0 ? [counted(infos, 'note')] : []),
  ];
  log.line(diagnostics.length === 0 ? 'No findings.' : `\n${total.join(' · ')}`);
  return errors + warnings > 0 ? EXIT.findings : EXIT.ok;
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
  const title = titleOf(first.code);
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

function titleOf(code: string): string | null {
  return Object.values(catalogue).find(({ name }) => name === code)?.title ?? null;
}
