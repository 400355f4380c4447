import { type LayerName, LAYERS } from '../../config/health.ts';
import type { RuleName } from '../../config/health-rules.ts';
import { findingWords, unansweredWords } from '../../messages/health-details.ts';
import { foldersAbove, layerOfFolder, layerOfName } from './layers.ts';
import { affectedWhere, type Finder, modelsWhere, namesIn, type RuleInput } from './rule.ts';

/**
 * Rules about names and folders. A convention that most of a project doesn't follow is not the project's, so each asks
 * first whether at least `followed` percent do.
 */
export const NAMING_RULES = {
  'model-names': (input, { followed }) => {
    if (!input.hasLayers) return { unanswered: unansweredWords.noLayers };
    const { layers } = input.config;
    const entries = input.models.map(({ id, resource }) => ({
      id,
      name: resource.name,
      folder: layerOfFolder(resource.filePath, layers),
    }));
    const isNamed = (name: string, folder: LayerName): boolean =>
      // Base models lie beside the staging models that read them.
      [folder, ...(folder === 'staging' ? (['base'] as const) : [])].some((layer) =>
        layers[layer].prefixes.some((prefix) => name.startsWith(prefix)),
      );
    const named = LAYERS.filter((layer) =>
      isFollowed(
        entries.filter(({ folder }) => folder === layer),
        ({ name }) => isNamed(name, layer),
        followed,
      ),
    );
    if (named.length === 0) return { unanswered: unansweredWords.notFollowed };
    return affectedWhere(
      entries,
      ({ id }) => id,
      ({ name, folder }) =>
        folder === null || !named.includes(folder) || isNamed(name, folder)
          ? null
          : findingWords.prefix(layers[folder].prefixes.join(' or '), layers[folder].folder),
    );
  },
  'model-directories': (input, { followed }) => {
    if (!input.hasLayers) return { unanswered: unansweredWords.noLayers };
    const { layers } = input.config;
    const entries = input.models.map(({ id, resource }) => ({
      id,
      path: resource.filePath,
      byName: layerOfName(resource.name, layers),
      byFolder: layerOfFolder(resource.filePath, layers),
    }));
    const placed = LAYERS.filter((layer) =>
      isFollowed(
        entries.filter(({ byName }) => byName === layer),
        ({ byFolder }) => byFolder === layer,
        followed,
      ),
    );
    if (placed.length === 0) return { unanswered: unansweredWords.notFollowed };
    return affectedWhere(
      entries,
      ({ id }) => id,
      ({ path, byName, byFolder }) =>
        path === null || byName === null || byFolder === byName || !placed.includes(byName)
          ? null
          : findingWords.folder(layers[byName].folder, path),
    );
  },
  'source-directories': (input, { followed }) => {
    if (input.sources.length === 0) return { unanswered: unansweredWords.noSources };
    const entries = input.sources.map(({ uniqueId, filePath, details }) => ({
      id: uniqueId,
      path: filePath,
      source: details.kind === 'source' ? details.sourceName : '',
    }));
    const isThere = ({ path, source }: (typeof entries)[number]): boolean =>
      foldersAbove(path).includes(source);
    if (!isFollowed(entries, isThere, followed)) return { unanswered: unansweredWords.notFollowed };
    return affectedWhere(
      entries,
      ({ id }) => id,
      (entry) =>
        entry.path === null || isThere(entry)
          ? null
          : findingWords.folder(entry.source, entry.path),
    );
  },
  'test-directories': (input) =>
    modelsWhere(input, ({ resource }) => {
      if (resource.filePath === null) return null;
      const folder = folderOf(resource.filePath);
      const elsewhere = new Set<string>();
      for (const id of resource.testIds) {
        const path = testFile(id, input);
        if (path !== null && folderOf(path) !== folder) elsewhere.add(path);
      }
      return elsewhere.size === 0 ? null : findingWords.testsIn(namesIn([...elsewhere]));
    }),
} as const satisfies { readonly [Name in RuleName]?: Finder<Name> };

/** The YAML that a generic test is declared in; null where the artifact names the compiled file. */
function testFile(id: string, { project }: RuleInput): string | null {
  const path = project.resources.get(id)?.filePath ?? null;
  return path !== null && (path.endsWith('.yml') || path.endsWith('.yaml')) ? path : null;
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

function isFollowed<T>(entries: readonly T[], follows: (entry: T) => boolean, percent: number) {
  return entries.length > 0 && entries.filter(follows).length * 100 >= percent * entries.length;
}
