import { posix } from 'node:path';
import ts from 'typescript';

/** What is read here of a rule of dependency-cruiser: regular expressions for two paths. */
export interface ImportRule {
  readonly name?: string;
  readonly comment?: string;
  readonly from: PathRestriction;
  readonly to: PathRestriction & { readonly reachable?: boolean };
}

interface PathRestriction {
  readonly path?: string | string[];
  readonly pathNot?: string | string[];
}

/** An import that crosses an arrow: which file imports what, and the rule that forbids it. */
export interface ForbiddenImport {
  readonly file: string;
  readonly target: string;
  readonly rule: string;
  readonly reason: string;
}

/**
 * The modules that an .astro file imports in its frontmatter and in its scripts, written as
 * dependency-cruiser writes them: `src/view/slug.ts`, `node_modules/react/`, `fs` for `node:fs`.
 *
 * @param file path of the .astro file from the root of the repository, with forward slashes
 * @param text what the file holds
 */
export function astroImports(file: string, text: string): string[] {
  const frontmatter = /^\s*---\r?\n(.*?)\r?\n---/s.exec(text)?.[1] ?? '';
  const scripts = [...text.matchAll(/<script\b[^>]*>(.*?)<\/script>/gs)].map((match) => match[1]);
  const code = [frontmatter, ...scripts].join('\n');
  return ts.preProcessFile(code).importedFiles.map(({ fileName }) => resolve(file, fileName));
}

/**
 * The imports among `targets` that a rule of `.dependency-cruiser.mjs` forbids to `file`.
 * Rules about anything but two paths (cycles, reachability, resolution) say nothing here.
 */
export function forbiddenImports(
  file: string,
  targets: readonly string[],
  rules: readonly ImportRule[],
): ForbiddenImport[] {
  return rules
    .filter(({ from, to }) => matches(file, from) && to.path !== undefined && !to.reachable)
    .flatMap((rule) =>
      targets
        .filter((target) => matches(target, rule.to))
        .map((target) => ({
          file,
          target,
          rule: rule.name ?? 'unnamed',
          reason: rule.comment ?? '',
        })),
    );
}

function matches(path: string, { path: wanted, pathNot: unwanted }: PathRestriction): boolean {
  const fits = (pattern: string) => new RegExp(pattern).test(path);
  if (wanted !== undefined && ![wanted].flat().some(fits)) return false;
  return unwanted === undefined || ![unwanted].flat().some(fits);
}

function resolve(file: string, specifier: string): string {
  if (specifier.startsWith('.')) return posix.join(posix.dirname(file), specifier);
  if (specifier.startsWith('node:')) return specifier.slice('node:'.length);
  return `node_modules/${specifier}/`;
}
