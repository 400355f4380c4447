import type { Repository } from '../config/repository-schema.ts';
import { SOURCE_LINKS } from '../messages/source-links.ts';
import type { Resource } from '../project/resource.ts';

/** A link into the repository of the project's code. */
export interface SourceLink {
  readonly label: string;
  readonly href: string;
  /**
   * What names lines of the file, put behind the address: `#L{from}-L{to}`. Only where a page shows the whole file, on
   * forges that can.
   */
  readonly lines?: string;
}

interface Patterns {
  /** Where a file is read. */
  readonly view: string;
  /** Where it is edited; null where the forge has no address for that. */
  readonly edit: string | null;
  /** How lines of `view` are named; null where that isn't known. */
  readonly lines: string | null;
}

/** Types whose code is a file of their own, so that its lines are those of the file. */
const WHOLE_FILES: ReadonlySet<string> = new Set(['model', 'analysis']);

/**
 * Links to a resource's file in the repository, and to the YAML file that describes it. None for
 * resources of installed packages: their files lie in repositories that nobody told of.
 *
 * @param project the dbt project's name, which its own resources have as their package
 */
export function sourceLinks(
  resource: Pick<Resource, 'resourceType' | 'packageName' | 'filePath' | 'patchPath'>,
  repository: Repository | null,
  project: string | null,
): SourceLink[] {
  const { resourceType, packageName, filePath, patchPath } = resource;
  if (repository === null || packageName !== project) return [];
  const patterns = patternsOf(repository);
  const at = (pattern: string, path: string): string =>
    pattern
      .replaceAll('{branch}', encodePath(repository.branch))
      .replaceAll('{path}', encodePath(inRepository(path, repository)));
  const links: SourceLink[] = [];
  if (filePath !== null) {
    if (patterns.edit !== null) {
      links.push({ label: SOURCE_LINKS.edit, href: at(patterns.edit, filePath) });
    }
    const hasLines = patterns.lines !== null && WHOLE_FILES.has(resourceType);
    links.push({
      label: SOURCE_LINKS.view,
      href: at(patterns.view, filePath),
      ...(hasLines ? { lines: patterns.lines } : {}),
    });
  }
  if (patchPath !== null && patchPath !== filePath) {
    const href = at(patterns.edit ?? patterns.view, patchPath);
    links.push({ label: SOURCE_LINKS.description, href });
  }
  return links;
}

function patternsOf(repository: Repository): Patterns {
  const known = knownPatterns(repository);
  const view = repository.viewPattern ?? known?.view ?? repository.editPattern;
  return {
    view: view ?? `${repository.url}/blob/{branch}/{path}`,
    edit: repository.editPattern ?? known?.edit ?? null,
    lines: repository.viewPattern === undefined ? (known?.lines ?? null) : null,
  };
}

function knownPatterns({ url, host }: Repository): Patterns | null {
  switch (host ?? hostOf(url)) {
    case 'github':
      return {
        view: `${url}/blob/{branch}/{path}`,
        edit: `${url}/edit/{branch}/{path}`,
        lines: '#L{from}-L{to}',
      };
    case 'gitlab':
      return {
        view: `${url}/-/blob/{branch}/{path}`,
        edit: `${url}/-/edit/{branch}/{path}`,
        lines: '#L{from}-{to}',
      };
    case 'bitbucket':
      // Bitbucket Data Center has other addresses than the cloud, and none for editing.
      if (/\/projects\/[^/]+\/repos\//.test(url)) {
        return { view: `${url}/browse/{path}?at={branch}`, edit: null, lines: '#{from}-{to}' };
      }
      return {
        view: `${url}/src/{branch}/{path}`,
        edit: `${url}/src/{branch}/{path}?mode=edit&at={branch}`,
        lines: '#lines-{from}:{to}',
      };
    case 'azure':
      // A file is edited on the page that shows it; there is no address of its own.
      return {
        view: `${url}?path=/{path}&version=GB{branch}`,
        edit: null,
        lines: '&line={from}&lineEnd={to}&lineStartColumn=1&lineEndColumn=1000',
      };
    case null:
      return null;
  }
}

function hostOf(url: string): NonNullable<Repository['host']> | null {
  const host = new URL(url).hostname.toLowerCase();
  if (/(^|\.)github\./.test(host)) return 'github';
  if (/(^|\.)gitlab\./.test(host)) return 'gitlab';
  if (/(^|\.)bitbucket\./.test(host)) return 'bitbucket';
  return host === 'dev.azure.com' || host.endsWith('.visualstudio.com') ? 'azure' : null;
}

/** The file's path from the root of the repository; a path that climbs out of its folder stays in it. */
function inRepository(path: string, { subdirectory }: Repository): string {
  const parts = path.split('/').filter((part) => part !== '' && part !== '.' && part !== '..');
  return [...subdirectory.split('/').filter((part) => part !== ''), ...parts].join('/');
}

function encodePath(path: string): string {
  return path
    .toWellFormed()
    .split('/')
    .map((part) => encodeURIComponent(part.toWellFormed()))
    .join('/');
}
