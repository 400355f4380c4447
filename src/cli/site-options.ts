import { loadConfig, type Config } from '../config/load-config.ts';
import type { OptionList, ParsedArguments } from './parse-arguments.ts';
import { UsageError } from './usage-error.ts';

/** Options of every command that takes a part of the project. */
export const SELECTION_OPTIONS = {
  select: 'EXPRESSION',
  exclude: 'EXPRESSION',
  selector: 'NAME',
  'indirect-selection': 'eager|cautious|buildable|empty',
  state: 'DIR',
} as const satisfies OptionList;

/** Options of every command that builds a site. */
export const SITE_OPTIONS = {
  out: 'DIR',
  base: '/path/',
  'site-url': 'URL',
  title: 'TEXT',
  config: 'FILE',
  cache: 'DIR',
  history: 'DIR',
  'no-history': true,
  'history-from': 'URL',
  'keep-runs': 'N',
  'keep-days': 'N',
  workers: 'N',
  publish: 'none|redacted|raw',
  compress: true,
  'package-macros': true,
  live: true,
  ...SELECTION_OPTIONS,
} as const satisfies OptionList;

/**
 * The configuration that the file and the command line give together.
 *
 * @param allowed the options of the command; others never stand in `parsed`
 * @throws SiteError `ConfigInvalid`, `ConfigMissing` or `ConfigNotJson`; UsageError
 */
export function configOf(cwd: string, parsed: ParsedArguments): Config {
  const { flags, values, positionals } = parsed;
  const given = {
    artifacts: positionals[0],
    out: values.get('out'),
    base: values.get('base'),
    siteUrl: values.get('site-url'),
    title: values.get('title'),
    cache: values.get('cache'),
    select: values.get('select'),
    exclude: values.get('exclude'),
    selector: values.get('selector'),
    indirectSelection: values.get('indirect-selection'),
    state: values.get('state'),
    history: flags.has('no-history') ? false : values.get('history'),
    historyFrom: values.get('history-from'),
    keepRuns: wholeNumber('--keep-runs', values.get('keep-runs')),
    keepDays: wholeNumber('--keep-days', values.get('keep-days')),
    publish: values.get('publish'),
    workers: wholeNumber('--workers', values.get('workers')),
    compress: flags.has('compress') || undefined,
    packageMacros: flags.has('package-macros') || undefined,
    live: flags.has('live') || undefined,
  };
  const set = Object.entries(given).filter(([, value]) => value !== undefined);
  return loadConfig(cwd, Object.fromEntries(set), values.get('config') ?? null);
}

const EXAMPLES = new Map([
  ['--port', '8080'],
  ['--keep-runs', '500'],
  ['--keep-days', '90'],
]);

const LAST_PORT = 65_535;

/** @throws UsageError when `--port` is no port */
export function portOf({ values }: ParsedArguments): number | undefined {
  const port = wholeNumber('--port', values.get('port'));
  if (port === undefined || port <= LAST_PORT) return port;
  throw new UsageError(
    `--port must be at most ${String(LAST_PORT)}, but is ${String(port)}.`,
    `For example: --port ${EXAMPLES.get('--port') ?? ''}`,
  );
}

/**
 * @param text undefined when the option is not given
 * @throws UsageError
 */
function wholeNumber(option: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d{1,6}$/.test(text)) {
    throw new UsageError(
      `${option} must be a whole number, but is ${JSON.stringify(text)}.`,
      `For example: ${option} ${EXAMPLES.get(option) ?? '2'}`,
    );
  }
  return Number(text);
}
