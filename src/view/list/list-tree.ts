import { compareText } from '../../project/order.ts';
import type { ListItem } from './list-item.ts';
import { termText } from './parse-query.ts';
import { writeState, PRISTINE } from './list-state.ts';

/** A way to walk through a list: by folder of the project, by file, by place in the warehouse. */
export interface ListTree {
  readonly kind: TreeKind;
  readonly nodes: readonly TreeNode[];
}

export type TreeKind = 'resources' | 'files' | 'database';

export interface TreeNode {
  readonly label: string;
  /** Items in it and below it. */
  readonly count: number;
  /** The list filtered by it; without JavaScript, the list at its first row, where that stands below a heading. */
  readonly href: string;
  readonly children: readonly TreeNode[];
}

interface Folder {
  count: number;
  readonly children: Map<string, Folder>;
}

/** How deep a tree goes; deeper folders are counted in the one above. */
const MOST_DEPTH = 8;

/**
 * The trees of a list that have something to choose from. They hold folders, not items: opening one filters the list.
 *
 * @param rootPackage the project itself, whose folders need no package before them
 * @param anchorOf the href of the heading that a folder's rows stand below, without a query; null where there is none
 */
export function listTrees(
  items: readonly ListItem[],
  rootPackage: string | null,
  listHref: string,
  anchorOf: (packageName: string, folder: string) => string | null,
): ListTree[] {
  const packages = new Set(items.map((item) => item.packageName));
  const isOnlyRoot = packages.size === 1 && rootPackage !== null && packages.has(rootPackage);
  const href = (terms: readonly string[], anchor: string | null): string => {
    const search = writeState({ ...PRISTINE, query: terms.join(' ') });
    const [page = listHref, hash] = (anchor ?? listHref).split('#');
    return `${page}${search}${hash === undefined ? '' : `#${hash}`}`;
  };
  const trees: ListTree[] = [
    {
      kind: 'resources',
      nodes: nodesOf(
        grow(items, ({ packageName, folder }) => [
          ...(isOnlyRoot ? [] : [packageName]),
          ...folder.split('/').filter((part) => part !== ''),
        ]),
        (path) => {
          const [name, ...rest] = isOnlyRoot ? [rootPackage ?? '', ...path] : path;
          const folder = rest.join('/');
          return href(
            [
              ...(isOnlyRoot ? [] : [termText('package', [name ?? ''])]),
              ...(folder === '' ? [] : [termText('path', [folder])]),
            ],
            anchorOf(name ?? '', folder),
          );
        },
      ),
    },
    {
      kind: 'files',
      nodes: nodesOf(
        grow(items, ({ filePath }) => filePath?.split('/').slice(0, -1) ?? []),
        (path) => href([termText('path', [path.join('/')])], null),
      ),
    },
    {
      kind: 'database',
      nodes: nodesOf(
        grow(items, ({ database, schema }) =>
          schema === null ? [] : [...(database === null ? [] : [database]), schema],
        ),
        (path) => {
          const [schema = '', database] = path.toReversed();
          return href(databaseTerms(items, schema, database), null);
        },
      ),
    },
  ];
  return trees.filter(({ nodes }) => nodes.length > 0);
}

/** A level of its own is a database where items lie in schemas below it, else a schema. */
function databaseTerms(
  items: readonly ListItem[],
  last: string,
  above: string | undefined,
): string[] {
  if (above !== undefined) return [termText('database', [above]), termText('schema', [last])];
  const isDatabase = items.some(({ database }) => database === last);
  return [termText(isDatabase ? 'database' : 'schema', [last])];
}

function grow(
  items: readonly ListItem[],
  pathOf: (item: ListItem) => readonly string[],
): ReadonlyMap<string, Folder> {
  const root = new Map<string, Folder>();
  for (const item of items) {
    let level = root;
    for (const name of pathOf(item).slice(0, MOST_DEPTH)) {
      const known = level.get(name);
      const folder = known ?? { count: 0, children: new Map<string, Folder>() };
      if (known === undefined) level.set(name, folder);
      folder.count += 1;
      level = folder.children;
    }
  }
  return root;
}

function nodesOf(
  folders: ReadonlyMap<string, Folder>,
  hrefOf: (path: readonly string[]) => string,
  above: readonly string[] = [],
): TreeNode[] {
  return [...folders]
    .sort(([a], [b]) => compareText(a, b))
    .map(([label, { count, children }]) => {
      const path = [...above, label];
      return { label, count, href: hrefOf(path), children: nodesOf(children, hrefOf, path) };
    });
}
