import { parseQuery } from '../../view/list/parse-query.ts';

/**
 * Whether a row says what a filter asks for: each word, none of those with `-`, `"quotes"` around several. What lists know
 * by its name (`status:error`) is looked for wherever it stands.
 *
 * @param query as it was typed
 */
export function textMatcher(query: string): (text: string) => boolean {
  const terms = parseQuery(query).map(({ values, isNegated }) => ({
    words: values.map(({ text }) => text.toLowerCase()),
    isNegated,
  }));
  return (text) => {
    const lower = text.toLowerCase();
    return terms.every(
      ({ words, isNegated }) => words.some((word) => lower.includes(word)) !== isNegated,
    );
  };
}
