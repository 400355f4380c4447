import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_HEALTH } from './health.ts';
import { loadConfig } from './load-config.ts';
import type { UserConfig } from './schema.ts';

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'config-'));
});
afterEach(() => {
  rmSync(cwd, { recursive: true });
});

function withFile(text: string, flags: UserConfig = {}) {
  writeFileSync(join(cwd, 'dbt-workbench.config.json'), text);
  return loadConfig(cwd, flags, null);
}

/** The message of what loading throws, with the folder left out. */
function problemOf(load: () => unknown): string {
  try {
    load();
  } catch (error) {
    return String(error).replaceAll(cwd, '');
  }
  return 'nothing thrown';
}

describe('loadConfig', () => {
  it('has a default for everything', () => {
    expect({ ...loadConfig(cwd, {}, null), workers: 2 }).toEqual({
      artifacts: join(cwd, 'target'),
      out: join(cwd, 'site'),
      base: '/',
      siteUrl: null,
      title: null,
      publish: 'redacted',
      compress: false,
      cache: join(cwd, '.dbt-workbench'),
      history: join(cwd, '.dbt-workbench-history'),
      historyFrom: null,
      keepRuns: null,
      keepDays: null,
      shownRuns: 1000,
      staleAfterHours: 48,
      live: false,
      workers: 2,
      search: 'text',
      packageMacros: false,
      target: null,
      selection: { select: null, exclude: null, selector: null, indirect: 'eager', state: null },
      health: DEFAULT_HEALTH,
      robots: 'noindex',
      markdown: true,
      repository: null,
      brand: {},
      configFile: null,
    });
  });

  it('keeps runs beside the cache, where it is told to, or not at all', () => {
    const history = (flags: object): string | null => loadConfig(cwd, flags, null).history;
    expect([
      history({ cache: 'kept/cache' }),
      history({ history: 'runs' }),
      history({ history: false }),
    ]).toEqual([join(cwd, 'kept/cache-history'), join(cwd, 'runs'), null]);
  });

  it('takes runs from an address as it is, and from a path that is relative', () => {
    const from = (historyFrom: string): string | null =>
      loadConfig(cwd, { historyFrom }, null).historyFrom;
    expect([from('https://docs.example.com/x'), from('public')]).toEqual([
      'https://docs.example.com/x',
      join(cwd, 'public'),
    ]);
  });

  it('lays the command line over the file', () => {
    const config = withFile('\uFEFF{"out": "public", "title": "Shop", "workers": 3}', { out: 'x' });
    expect(config).toMatchObject({ out: join(cwd, 'x'), title: 'Shop', workers: 3 });
    expect(config.configFile).toBe(join(cwd, 'dbt-workbench.config.json'));
  });

  it.each([
    ['', '/'],
    ['/', '/'],
    ['docs', '/docs/'],
    ['/a/b', '/a/b/'],
  ])('reads the base %j as %s', (base, expected) => {
    expect(loadConfig(cwd, { base }, null).base).toBe(expected);
  });

  it('takes the base from the address of the site', () => {
    const flags = { siteUrl: 'https://acme.github.io/shop' };
    expect(loadConfig(cwd, flags, null)).toMatchObject({
      siteUrl: 'https://acme.github.io',
      base: '/shop/',
    });
    expect(problemOf(() => loadConfig(cwd, { ...flags, base: '/x/' }, null))).toMatchInlineSnapshot(
      `"ConfigInvalid: The configuration: the path of "siteUrl" is /shop/, but "base" is /x/."`,
    );
  });

  it('names unknown keys and the nearest one that exists', () => {
    expect(
      problemOf(() => withFile('{"compres": true, "titel": "x", "colour": "red"}')),
    ).toMatchInlineSnapshot(
      `"ConfigInvalid: /dbt-workbench.config.json: "compres" is not an option. Did you mean "compress"? "titel" is not an option. Did you mean "title"? "colour" is not an option."`,
    );
  });

  it('names every value that is wrong, as its source writes it', () => {
    expect(
      problemOf(() =>
        withFile('{"workers": 0, "publish": "all", "siteUrl": "ftp://x", "base": "/../"}'),
      ),
    ).toMatchInlineSnapshot(
      `"ConfigInvalid: /dbt-workbench.config.json: "base" must not hold "//" or the parts "." and "..". "siteUrl" must be an address that begins with https:// or http://. "publish" must be "none", "redacted" or "raw". "workers" must be a whole number from 1 to 64."`,
    );
    expect(
      problemOf(() => loadConfig(cwd, { siteUrl: 'x', title: ' ' }, null)),
    ).toMatchInlineSnapshot(
      `"ConfigInvalid: The command line: --site-url must be an address that begins with https:// or http://. --title must not be empty."`,
    );
    expect(problemOf(() => withFile('[]'))).toMatchInlineSnapshot(
      `"ConfigInvalid: /dbt-workbench.config.json: the configuration must be an object."`,
    );
  });

  it('reads the brand, with paths from the folder of the file', () => {
    const accent = { light: '#0B6B4F', dark: '#5fd6ab' };
    const config = withFile(
      JSON.stringify({
        logo: 'brand/logo.svg',
        stylesheet: 'brand/extra.css',
        accent,
        links: [{ label: 'Wiki', href: 'https://wiki.example.com' }],
        repository: { url: 'https://github.com/acme/shop.git/', subdirectory: '/dbt/' },
      }),
    );
    expect(config.brand).toEqual({
      logo: join(cwd, 'brand/logo.svg'),
      stylesheet: join(cwd, 'brand/extra.css'),
      accent: { light: '#0b6b4f', dark: '#5fd6ab' },
      links: [{ label: 'Wiki', href: 'https://wiki.example.com', place: 'header' }],
    });
    expect(config.repository).toEqual({
      url: 'https://github.com/acme/shop',
      branch: 'main',
      subdirectory: 'dbt',
    });
  });

  it('refuses an accent that can’t be read, with the ratio that it measured', () => {
    expect(
      problemOf(() => withFile('{"accent": {"light": "#ff8800", "dark": "#2456c9"}}')),
    ).toMatchInlineSnapshot(
      `"ConfigInvalid: /dbt-workbench.config.json: "accent.light" is #ff8800, which has a contrast of 2.22:1 with #fff5eb, a ground of the light theme; links need 4.5:1. A darker one such as #a85a00 has it. "accent.dark" is #2456c9, which has a contrast of 2.67:1 with #171b22, a ground of the dark theme; links need 4.5:1. A lighter one such as #5d82d7 has it."`,
    );
    expect(problemOf(() => withFile('{"accent": "blue"}'))).toMatchInlineSnapshot(
      `"ConfigInvalid: /dbt-workbench.config.json: "accent" must be an object with the colours "light" and "dark"."`,
    );
    expect(
      problemOf(() => withFile('{"accent": {"light": "blue", "drak": "#fff"}}')),
    ).toMatchInlineSnapshot(
      `"ConfigInvalid: /dbt-workbench.config.json: "accent.light" must be a colour like "#2456c9". "accent.dark" must be a colour, as text. "accent.drak" is not an option. Did you mean "dark"?"`,
    );
  });

  it('names the part that is wrong', () => {
    expect(
      problemOf(() =>
        withFile(
          '{"links": [{"label": "x", "href": "javascript:alert(1)"}], "repository": {"url": "git@x:y"}, "logo": "a.exe"}',
        ),
      ),
    ).toMatchInlineSnapshot(
      `"ConfigInvalid: /dbt-workbench.config.json: "repository.url" must be an address that begins with https:// or http://. "logo" must be a .svg, .png or .webp file. "links[0].href" must begin with https://, http://, mailto: or a slash."`,
    );
  });

  it('says where JSON breaks, and which file is missing', () => {
    expect(problemOf(() => withFile('{"out": "x",}'))).toMatchInlineSnapshot(
      `"ConfigNotJson: Could not read /dbt-workbench.config.json: Expected double-quoted property name in JSON at position 12 (line 1 column 13)."`,
    );
    expect(problemOf(() => loadConfig(cwd, {}, 'other.json'))).toMatchInlineSnapshot(
      `"ConfigMissing: There is no file /other.json, which --config names."`,
    );
  });
});

describe('the configuration of health', () => {
  it('switches rules off, weighs them and sets their thresholds', () => {
    const { health } = withFile(
      '{"health": {"days": 7, "layers": {"marts": {"prefixes": ["mart_"]}}, "rules": {"model-fanout": "off", "too-many-joins": "error", "source-fanout": {"children": 2, "except": ["raw.*"]}}}}',
    );
    expect(health.days).toBe(7);
    expect(health.layers.marts).toEqual({ folder: 'marts', prefixes: ['mart_'] });
    expect(health.rules['model-fanout']).toEqual({
      severity: 'info',
      isOn: false,
      except: [],
      thresholds: { leaves: 3 },
    });
    expect(health.rules['too-many-joins']).toMatchObject({ severity: 'error', isOn: true });
    expect(health.rules['source-fanout']).toMatchObject({
      severity: 'warn',
      except: ['raw.*'],
      thresholds: { children: 2 },
    });
    expect(health.rules['failing-tests']).toEqual(DEFAULT_HEALTH.rules['failing-tests']);
  });

  it('names what is wrong with the place where it stands', () => {
    expect(
      problemOf(() =>
        withFile(
          '{"health": {"rules": {"model-fanot": "off", "source-fanout": {"childs": 1}, "root-models": "bad", "not-built": {"days": -1}, "slow-models": 3}, "layer": {}}}',
        ),
      ),
    ).toMatchInlineSnapshot(
      `"ConfigInvalid: /dbt-workbench.config.json: "health.rules.not-built.days" must not be negative. "health.rules.root-models.severity" must be "off", "info", "warn" or "error". "health.rules.source-fanout.childs" is not an option. "health.rules.slow-models" must be "off", "info", "warn", "error" or an object. "health.rules.model-fanot" is not an option. Did you mean "model-fanout"? "health.layer" is not an option. Did you mean "layers"?"`,
    );
  });
});
