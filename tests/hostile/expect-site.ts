import { existsSync } from 'node:fs';
import { expect } from 'vitest';
import { contractBreaches } from '../corpus/json-contract.ts';
import { htmlFiles, readText, siteFiles } from './built-site.ts';
import type { BuiltSite } from './built-site.ts';

/** A diagnostic as `artifacts/index.json` tells it. */
export interface SiteDiagnostic {
  readonly code: string;
  readonly severity: string;
  readonly file: string;
  readonly json_path: string | null;
  readonly message: string;
}

export interface GoodSite extends BuiltSite {
  readonly diagnostics: readonly SiteDiagnostic[];
}

/** Names that every file system and every server takes as they are. */
const SAFE_PATH = /^[A-Za-z0-9._~-]+(\/[A-Za-z0-9._~-]+)*$/;

/**
 * Holds a build to what every site promises, whatever it was made from: it ends well, without a
 * stack on the terminal, writes whole pages under safe names, and JSON that keeps the contract.
 */
export function expectGoodSite(site: BuiltSite): GoodSite {
  expect(site.exitCode, `${site.stdout}\n${site.stderr}`.slice(0, 1500)).toBe(0);
  expect(site.stderr).not.toMatch(STACK);
  expect(site.stdout + site.stderr).not.toMatch(TERMINAL_CODES);
  const files = siteFiles(site.folder);
  expect(files.filter((file) => !SAFE_PATH.test(file) || file.length > 400)).toEqual([]);
  for (const name of ['index.html', '404.html', 'index.json', 'artifacts/index.html']) {
    expect(files).toContain(name);
  }
  for (const file of htmlFiles(site.folder)) {
    expect(readText(site.folder, file).trimEnd().endsWith('</html>'), file).toBe(true);
  }
  expect(contractBreaches(site.folder)).toEqual([]);
  return { ...site, diagnostics: readDiagnostics(site.folder) };
}

/**
 * Holds a refusal to what every refusal promises: exit code 2, what happened and what to do, no
 * stack, and no output.
 *
 * @returns all that was said
 */
export function expectRefusal(site: BuiltSite): string {
  const said = `${site.stdout}\n${site.stderr}`;
  expect(site.exitCode, said).toBe(2);
  expect(said).not.toMatch(STACK);
  expect(said).not.toMatch(TERMINAL_CODES);
  expect(said.length).toBeLessThan(2000);
  expect(existsSync(site.folder), 'an output folder was made').toBe(false);
  return said;
}

/** `code file path` of each diagnostic that is more than an information. */
export function brief(site: GoodSite): string[] {
  return site.diagnostics
    .filter(({ severity }) => severity !== 'info')
    .map(({ code, file, json_path }) => [code, file, json_path].filter(Boolean).join(' '));
}

/** What a terminal would obey: everything below the space but line breaks, and DEL. */
const TERMINAL_CODES = /[\u0000-\u0009\u000b-\u001f\u007f]/;
const STACK = /^\s+at .*(\.js|\.mjs|\.ts|node:)/m;

function readDiagnostics(folder: string): SiteDiagnostic[] {
  const page: unknown = JSON.parse(readText(folder, 'artifacts/index.json'));
  if (typeof page !== 'object' || page === null || !('diagnostics' in page)) return [];
  return page.diagnostics as SiteDiagnostic[];
}
