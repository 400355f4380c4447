import { parseArgs } from 'node:util';
import { nearestName } from '../config/nearest-name.ts';
import { UsageError } from './usage-error.ts';

/** The options of a command: `true` for a flag, the value's name for an option with a value. */
export type OptionList = Readonly<Record<string, true | string>>;

export interface ParsedArguments {
  readonly positionals: readonly string[];
  readonly flags: ReadonlySet<string>;
  readonly values: ReadonlyMap<string, string>;
}

/**
 * Reads the arguments of one command.
 *
 * @param command its name, for the messages
 * @param most how many positional arguments it takes
 * @throws UsageError for whatever is unknown, missing or too much
 */
export function parseArguments(
  command: string,
  args: readonly string[],
  options: OptionList,
  most: number,
): ParsedArguments {
  const help = `Run \`dbt-workbench help ${command}\` for its options.`;
  const { tokens } = parseArgs({
    args: [...args],
    options: Object.fromEntries(
      Object.entries(options).map(([name, value]) => [
        name,
        { type: value === true ? ('boolean' as const) : ('string' as const) },
      ]),
    ),
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const positionals: string[] = [];
  const flags = new Set<string>();
  const values = new Map<string, string>();
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind !== 'option') continue;
    const expected = Object.hasOwn(options, token.name) ? options[token.name] : undefined;
    if (expected === undefined) throw unknownOption(command, token.rawName, options, help);
    if (expected === true) {
      if (token.value !== undefined) throw new UsageError(`${token.rawName} takes no value.`, help);
      flags.add(token.name);
      continue;
    }
    // `--out --force` is a forgotten value and not a folder named --force.
    if (token.value === undefined || (!token.inlineValue && token.value.startsWith('--'))) {
      throw new UsageError(`${token.rawName} needs a value: ${token.rawName} ${expected}.`, help);
    }
    if (values.has(token.name)) {
      throw new UsageError(`${token.rawName} is given more than once.`, help);
    }
    values.set(token.name, token.value);
  }
  const extra = positionals[most];
  if (extra !== undefined) {
    throw new UsageError(`There is an argument too many: ${JSON.stringify(extra)}.`, help);
  }
  return { positionals, flags, values };
}

function unknownOption(
  command: string,
  rawName: string,
  options: OptionList,
  help: string,
): UsageError {
  const nearest = nearestName(rawName, Object.keys(options));
  return new UsageError(
    `${command} has no option ${rawName}.`,
    nearest === null ? help : `Did you mean --${nearest}? ${help}`,
  );
}
