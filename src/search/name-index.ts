import type { Name } from './name.ts';
import { normalText } from './normal-text.ts';
import { pastedName } from './pasted-name.ts';
import {
  compareMatches,
  findTexts,
  indexTexts,
  type MatchKind,
  type TextIndex,
  type TextMatch,
} from './text-index.ts';

/** Names made ready for queries that change with every key. */
export interface NameIndex {
  readonly names: readonly Name[];
  readonly rootPackage: string | null;
  readonly texts: TextIndex;
}

export interface NameHit {
  readonly name: Name;
  /** Its position among the names. */
  readonly at: number;
  readonly kind: MatchKind;
}

/**
 * Makes names ready to be searched, once.
 *
 * @param rootPackage the project itself, whose resources come before those of its packages
 */
export function indexNames(names: readonly Name[], rootPackage: string | null): NameIndex {
  // Many have the same.
  const contexts = new Map<string, string>();
  const contextOf = (text: string): string => {
    const known = contexts.get(text) ?? normalText(text);
    contexts.set(text, known);
    return known;
  };
  const texts = names.map((name) => {
    const { shortName, label, uniqueId, resourceType, packageName, folder } = name;
    const spoken = normalText(name.name);
    const others = [shortName, label ?? '']
      .filter((form) => form !== name.name && form !== '')
      .map(normalText);
    return {
      forms: [...new Set([spoken, ...others])].filter((form) => form !== ''),
      id: normalText(uniqueId),
      context: contextOf(`${resourceType} ${packageName} ${folder}`),
    };
  });
  return { names, rootPackage, texts: indexTexts(texts) };
}

/**
 * The names that a query may mean, the most likely first: exact before prefix before part before slip, then what holds
 * data before code and tests, what is current before old versions, the project's own before packages', the shorter, and
 * the more used.
 *
 * @param query what was typed or pasted: words in any order, an id, a path, `ref('orders')`
 */
export function rankNames(query: string, index: NameIndex, most = Infinity): NameHit[] {
  return rankMatches(query, index)
    .slice(0, most)
    .flatMap(({ at, kind }) => {
      const name = index.names[at];
      return name === undefined ? [] : [{ name, at, kind }];
    });
}

function rankMatches(query: string, index: NameIndex): TextMatch[] {
  const wanted = pastedName(query);
  const lower = wanted.toLowerCase();
  // `stg_order_` and `segment__users` are what they say before they are what they mean.
  const isLiteral = new Map(
    findTexts(wanted, index.texts).map((match) => {
      const { name = '', shortName = '' } = index.names[match.at] ?? {};
      const forms = [name.toLowerCase(), shortName.toLowerCase()];
      return [match, match.kind === 'exact' ? forms.includes(lower) : forms[0]?.includes(lower)];
    }),
  );
  const literal = (match: TextMatch): number => (isLiteral.get(match) === true ? 0 : 1);
  return [...isLiteral.keys()].sort(
    (a, b) => compareMatches(a, b) || literal(a) - literal(b) || compareNames(a.at, b.at, index),
  );
}

/** The order of equally good hits; never 0 for different names. */
function compareNames(a: number, b: number, { names, rootPackage }: NameIndex): number {
  const [one, other] = [names[a], names[b]];
  if (one === undefined || other === undefined) return a - b;
  return (
    typeRank(one.resourceType) - typeRank(other.resourceType) ||
    Number(one.isOldVersion) - Number(other.isOldVersion) ||
    Number(one.packageName !== rootPackage) - Number(other.packageName !== rootPackage) ||
    one.name.length - other.name.length ||
    other.uses - one.uses ||
    (one.uniqueId < other.uniqueId ? -1 : 1)
  );
}

/** What holds data, what is made of it, code, and tests. */
export function typeRank(resourceType: string): number {
  return RANKS.get(resourceType) ?? 3;
}

const RANKS: ReadonlyMap<string, number> = new Map([
  ['model', 0],
  ['source', 0],
  ['seed', 0],
  ['snapshot', 0],
  ['exposure', 1],
  ['metric', 1],
  ['semantic_model', 1],
  ['saved_query', 1],
  ['function', 2],
  ['analysis', 2],
  ['macro', 2],
  ['group', 2],
  ['unit_test', 4],
  ['test', 4],
]);
