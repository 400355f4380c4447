import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { SiteOutput } from '../build/output.ts';
import { ArtifactsFolderMissing } from '../errors/catalogue.ts';
import { HistoryEntryDamaged } from '../errors/history-catalogue.ts';
import { SiteError } from '../errors/site-error.ts';
import type { LoadSite } from './load-site.ts';
import { NO_HEALTH, badNode, cwd, loading, newer, outputs, run } from './testing/run-line.ts';

describe('the command line', () => {
  it('shows its help without a command', async () => {
    const { code, output } = await run('');
    expect(code).toBe(0);
    expect(output).toContain('Usage: dbt-workbench <command> [options]');
    expect((await run('help')).output).toBe(output);
    expect((await run('--help')).output).toBe(output);
  });

  it.each([
    'build',
    'check',
    'init',
    'live',
    'ls',
    'releases',
    'rollback',
    'serve',
    'watch',
    'version',
  ])('has help for %s', async (command) => {
    const { code, output } = await run(`help ${command}`);
    expect(code).toBe(0);
    expect(output).toContain(`Usage: dbt-workbench ${command}`);
    expect((await run(`${command} --help`)).output).toBe(output);
    expect(Math.max(...output.split('\n').map((line) => line.length))).toBeLessThanOrEqual(92);
  });

  it('writes workflows for a host, and never over a file that is there', async () => {
    mkdirSync(join(cwd, 'target'));
    writeFileSync(join(cwd, 'target/manifest.json'), '{"metadata":{"adapter_type": "duckdb"}}');
    const { code, output } = await run('init ci --host netlify');
    expect(code).toBe(0);
    expect(output).toContain('.github/workflows/dbt-docs.yml');
    const workflow = readFileSync(join(cwd, '.github/workflows/dbt-docs.yml'), 'utf8');
    expect(workflow).toContain('pip install dbt-core dbt-duckdb');
    expect(workflow).toContain('DBT_WORKBENCH: dbt-workbench@1.2.3');
    const again = await run('init ci');
    expect(again).toMatchObject({ code: 2 });
    expect(again.errors).toContain('netlify.toml exist already. Nothing was written.');
    expect((await run('init ci --force --program x@1')).code).toBe(0);
    expect((await run('build --host nowhere')).errors).toContain('There is no host "nowhere".');
    expect((await run('init ci --host cloudflare')).errors).toContain(
      'Did you mean cloudflare-pages?',
    );
  });

  it('prints the version', async () => {
    expect(await run('version')).toEqual({ code: 0, output: '1.2.3\n', errors: '' });
    expect((await run('--version')).output).toBe('1.2.3\n');
  });

  it.each([
    ['bild', 'There is no command "bild".', 'Did you mean build?'],
    ['build --output x', 'build has no option --output.', 'Did you mean --out?'],
    [
      'ls --select a --selector b',
      'The selection: "selector" excludes "select" and "exclude"; to add to it, write select: "selector:name +orders"',
      'selector:name',
    ],
    [
      'ls --indirect-selection lazy',
      'The command line: --indirect-selection must be "eager", "cautious", "buildable" or "empty".',
      'help build',
    ],
    [
      'ls --output yaml',
      '--output must be selector, name, id, path or json, but is "yaml".',
      'help ls',
    ],
    ['build --out', '--out needs a value: --out DIR.', 'help build'],
    ['build --out --force', '--out needs a value: --out DIR.', 'help build'],
    ['build --force=yes', '--force takes no value.', 'help build'],
    ['build a b', 'There is an argument too many: "b".', 'help build'],
    ['build --out a --out b', '--out is given more than once.', 'help build'],
    ['build --workers two', '--workers must be a whole number, but is "two".', '--workers 2'],
    ['serve --port x', '--port must be a whole number, but is "x".', '--port 8080'],
    ['serve --port 99999', '--port must be at most 65535, but is 99999.', '--port 8080'],
    ['check --out x', 'check has no option --out.', 'help check'],
  ])('refuses `%s`', async (line, message, hint) => {
    mkdirSync(join(cwd, 'site'));
    writeFileSync(join(cwd, 'site/index.html'), '');
    const { code, output, errors } = await run(line);
    expect({ code, output }).toEqual({ code: 2, output: '' });
    expect(errors).toContain(`error   ${message}\n`);
    expect(errors).toContain(hint);
  });

  it('names every wrong option value', async () => {
    expect((await run('build --publish all --base /../')).errors).toMatchInlineSnapshot(`
      "error   The command line: --base must not hold "//" or the parts "." and "..". --publish must be "none", "redacted" or "raw".
              Correct it. \`dbt-workbench help build\` lists the options; docs/configuration.md, in the package too, the settings of the file.
      "
    `);
  });

  it('shows a defect with its stack, and asks for a report', async () => {
    const { code, errors } = await run('build', () => Promise.reject(new TypeError('x is not y')));
    expect(code).toBe(2);
    expect(errors).toContain('This is a defect of dbt-workbench:\nTypeError: x is not y\n    at ');
    expect(errors).toContain('Please report it');
  });

  it('shows an expected failure with its hint and no stack', async () => {
    const message = ArtifactsFolderMissing.message('target');
    const failing: LoadSite = () => Promise.reject(new SiteError(ArtifactsFolderMissing, message));
    expect(await run('build', failing)).toMatchInlineSnapshot(`
      {
        "code": 2,
        "errors": "error   There is no folder target.
              Give the path of dbt's target/ folder, or of a folder that holds its manifest.json.
      ",
        "output": "",
      }
    `);
    expect((await run('build --json', failing)).output).toMatchInlineSnapshot(`
      "{"event":"error","message":"There is no folder target.","hint":"Give the path of dbt's target/ folder, or of a folder that holds its manifest.json.","code":"ArtifactsFolderMissing","file":null}
      "
    `);
  });
});

describe('build', () => {
  it('says what it did, in aligned lines', async () => {
    const { code, output, errors } = await run('build');
    expect({ code, errors }).toEqual({ code: 0, errors: '' });
    expect(output).toMatchInlineSnapshot(`
      "read    manifest.json              v12 · dbt 1.10.2 · 412 models         180 ms
      render  2 pages · 1 JSON           3 made                                100 ms
      write   site/                      3 files · 77 B · largest models/model.shop.orders 47 B 100 ms
      done in 400 ms
      "
    `);
    expect((await run('build')).output).toContain('0 made · 3 unchanged');
  });

  it('prints JSON lines with --json, and nothing with --quiet', async () => {
    const { output } = await run('build --json');
    const events = output
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(events.map(({ event }) => event)).toEqual(['read', 'render', 'write', 'done']);
    expect(events.at(-1)).toMatchInlineSnapshot(`
      {
        "bytes": 77,
        "errors": 0,
        "event": "done",
        "files": 3,
        "foreign": 0,
        "json": 1,
        "largestFile": {
          "bytes": 47,
          "file": "models/model.shop.orders/index.html",
        },
        "largestPage": {
          "bytes": 47,
          "file": "models/model.shop.orders/index.html",
        },
        "made": 3,
        "pages": 2,
        "removed": 0,
        "renderSeconds": 0.1,
        "reused": 0,
        "seconds": 0.4,
        "writeSeconds": 0.1,
      }
    `);
    expect(await run('build --quiet')).toEqual({ code: 0, output: '', errors: '' });
  });

  it('colours and shows progress on a terminal only', async () => {
    const { output } = await run('build', loading(), true);
    expect(output).toContain('\u001B[2mread    \u001B[22m');
    expect(output).toContain('\r\u001B[K');
  });

  it('builds whatever the artifacts lack, and fails on it under --strict', async () => {
    const { code, errors } = await run('build', loading([badNode, newer]));
    expect(code).toBe(0);
    expect(errors).toMatchInlineSnapshot(`
      "warn    1 error and 1 warning in the artifacts, see: dbt-workbench check
      "
    `);
    expect((await run('build --strict', loading([newer]))).code).toBe(1);
    expect((await run('build --strict', loading([{ ...newer, severity: 'info' }]))).code).toBe(0);
  });

  it('exits with 1 when a page could not be rendered', async () => {
    const planned: SiteOutput[] = [{ kind: 'page', path: '/x/', view: { throws: 'boom' } }];
    const { code, errors } = await run('build', loading([], planned));
    expect(code).toBe(1);
    expect(errors).toMatchInlineSnapshot(`
      "error   The page /x/ could not be rendered: boom. A page that says so stands in its place.
              This is a defect of dbt-Workbench: please report it with this message.
      "
    `);
  });

  it('notes files that are not part of the site', async () => {
    await run('build');
    writeFileSync(join(cwd, 'site/CNAME'), 'x');
    expect((await run('build')).output).toContain(
      'note    1 file in the folder is not part of the site, and stayed.\n',
    );
  });
});

describe('check', () => {
  it('groups what it found, errors first', async () => {
    const { code, output } = await run('check', loading([newer, badNode, badNode]));
    expect(code).toBe(1);
    expect(output).toMatchInlineSnapshot(`
      "read    manifest.json              v12 · dbt 1.10.2 · 412 models         180 ms

      error NodeInvalid (2)
        An entry of an artifact cannot be used.
        manifest.json  $.nodes["model.shop.x"]
          The entry is left out: it has no name.
        manifest.json  $.nodes["model.shop.x"]
          The entry is left out: it has no name.
        → Run dbt again. If dbt wrote the entry this way, please report it with this message.

      warning NewerSchema (1)
        An artifact is of a newer schema than the newest known.
        catalog.json
          The file says v99; the newest schema known is v1.
        → Update dbt-Workbench.

      2 errors · 1 warning
      "
    `);
  });

  it('tells of the history of runs as of the artifacts', async () => {
    const { name: code, severity, hint } = HistoryEntryDamaged;
    const message = HistoryEntryDamaged.message('its gzip stream is cut off', 'r1.json.gz.damaged');
    const damaged = { code, severity, file: 'r1.json.gz', jsonPath: null, message, hint };
    const { code: exit, output } = await run('check', loading([], outputs, NO_HEALTH, [damaged]));
    expect(exit).toBe(1);
    expect(output).toContain(
      `warning HistoryEntryDamaged (1)\n  ${HistoryEntryDamaged.title}\n  r1.json.gz\n    ${message}\n`,
    );
  });

  it('is content with artifacts that have notes only', async () => {
    expect((await run('check')).output).toContain('No findings.\n');
    expect(await run('check', loading([{ ...newer, severity: 'info' }]))).toMatchObject({
      code: 0,
    });
  });

  it('prints one JSON line for each finding', async () => {
    const { code, output } = await run('check --json', loading([badNode]));
    expect(code).toBe(1);
    expect(
      output
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as unknown),
    ).toEqual([
      { event: 'finding', ...badNode },
      {
        event: 'summary',
        errors: 1,
        warnings: 0,
        infos: 0,
        healthFindings: 0,
        failures: ['artifacts: 1 finding'],
      },
    ]);
  });
});
