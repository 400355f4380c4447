import { closeSync, existsSync, mkdirSync, openSync, readSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { nearestName } from '../../config/nearest-name.ts';
import { CI_HOSTS, type CiHost } from '../ci/ci-hosts.ts';
import type { CliEffects } from '../cli-effects.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { Log } from '../log.ts';
import { parseArguments, type ParsedArguments } from '../parse-arguments.ts';
import { UsageError } from '../usage-error.ts';

const OPTIONS = { host: 'NAME', program: 'PACKAGE', force: true, json: true, quiet: true } as const;
const ARTIFACTS = 'target';

/** `dbt-workbench init`: see `help.ts`. Expected failures are thrown. */
export function init(args: readonly string[], effects: CliEffects): ExitCode {
  const parsed = parseArguments('init', args, OPTIONS, 1);
  const [what] = parsed.positionals;
  if (what !== 'ci') {
    throw new UsageError(
      what === undefined ? 'There is nothing to make.' : `init can't make ${JSON.stringify(what)}.`,
      'It makes workflows that publish the site: dbt-workbench init ci --host github-pages',
    );
  }
  const host = hostOf(parsed, effects.cwd);
  const { files, steps } = CI_HOSTS[host]({
    program: parsed.values.get('program') ?? `dbt-workbench@${effects.version}`,
    adapter: `dbt-${adapterIn(join(effects.cwd, ARTIFACTS, 'manifest.json')) ?? 'ADAPTER'}`,
    artifacts: ARTIFACTS,
  });
  const present = files.filter(({ path }) => existsSync(join(effects.cwd, path)));
  if (present.length > 0 && !parsed.flags.has('force')) {
    throw new UsageError(
      `${present.map(({ path }) => path).join(' and ')} ${present.length === 1 ? 'exists' : 'exist'} already. Nothing was written.`,
      'Move it away, or overwrite it with --force.',
    );
  }
  const log = new Log(effects, {
    json: parsed.flags.has('json'),
    quiet: parsed.flags.has('quiet'),
  });
  for (const { path, text } of files) {
    const place = join(effects.cwd, path);
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, text);
    log.step({ verb: 'write', subject: path, detail: '', ms: null, data: { path } });
  }
  log.line('\nLeft to do:');
  for (const [at, step] of steps.entries()) log.line(`  ${String(at + 1)}. ${step}`);
  return EXIT.ok;
}

/** The host that is asked for, or the one whose files the repository has already. */
function hostOf({ values }: ParsedArguments, cwd: string): CiHost {
  const names = Object.keys(CI_HOSTS);
  const given = values.get('host') ?? guessedHost(cwd);
  const host = isHost(given) ? given : null;
  if (host !== null) return host;
  const nearest = given === null ? null : nearestName(given, names);
  throw new UsageError(
    given === null ? 'The host is not given.' : `There is no host ${JSON.stringify(given)}.`,
    `${nearest === null ? '' : `Did you mean ${nearest}? `}Give one of ${names.join(', ')} with --host.`,
  );
}

function isHost(name: string | null): name is CiHost {
  return name !== null && Object.hasOwn(CI_HOSTS, name);
}

const SIGNS = [
  ['.gitlab-ci.yml', 'gitlab-pages'],
  ['netlify.toml', 'netlify'],
  ['.github', 'github-pages'],
] as const;

function guessedHost(cwd: string): CiHost | null {
  return SIGNS.find(([file]) => existsSync(join(cwd, file)))?.[1] ?? null;
}

/** Metadata stand at the beginning of a manifest, which may be larger than one wants to read here. */
const BEGINNING = 4096;

function adapterIn(manifest: string): string | null {
  let file: number;
  try {
    file = openSync(manifest, 'r');
  } catch {
    return null;
  }
  try {
    const buffer = Buffer.alloc(BEGINNING);
    const length = readSync(file, buffer);
    const text = buffer.toString('utf8', 0, length);
    return /"adapter_type":\s*"([a-z][\w-]*)"/.exec(text)?.[1] ?? null;
  } finally {
    closeSync(file);
  }
}
