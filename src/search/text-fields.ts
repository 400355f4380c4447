/** What a passage of a text that is searched in full is taken from. */
export const TEXT_FIELDS = [
  'name',
  'label',
  'description',
  'column',
  'columnDescription',
  'argument',
  'tag',
  'owner',
  'test',
  'message',
  'code',
] as const;
export type TextField = (typeof TEXT_FIELDS)[number];

/** A part of a text, in one field. */
export interface Passage {
  readonly field: TextField;
  /** Without surplus space. */
  readonly text: string;
}

/** The first of the characters that mark fields: for private use, so that no font and no index knows them. */
const FIRST_MARK = 0xe000;
const MARKS = TEXT_FIELDS.map((_, at) => String.fromCharCode(FIRST_MARK + at));
const FIELD_OF: ReadonlyMap<string, TextField> = new Map(
  TEXT_FIELDS.map((field, at) => [MARKS[at] ?? '', field]),
);

/** Passages as one text: a mark as a word of its own, then the passage. Empty ones are left out. */
export function joinPassages(passages: readonly Passage[]): string {
  return passages
    .flatMap(({ field, text }) => {
      const bare = text
        .replace(/[\ue000-\uf8ff\u200b\ufeff]/g, '')
        .replace(/[\s\u0085]+/g, ' ')
        .trim();
      return bare === '' ? [] : [`${MARKS[TEXT_FIELDS.indexOf(field)] ?? ''} ${bare}`];
    })
    .join(' ');
}

/** A passage as it is read back, with where its words stand in the whole text. */
export interface ReadPassage {
  readonly field: TextField;
  readonly words: readonly string[];
  /** Place of its first word among all words of the text, marks included. */
  readonly from: number;
  /** The column or argument that a description is of; null for any other. */
  readonly of: string | null;
}

/** What `joinPassages` joined. */
export function splitPassages(text: string): ReadPassage[] {
  const passages: { field: TextField; words: string[]; from: number; of: string | null }[] = [];
  let column: string | null = null;
  for (const [at, word] of text.trim().split(/\s+/).entries()) {
    const field = FIELD_OF.get(word);
    const last = passages.at(-1);
    if (field === undefined) {
      last?.words.push(word);
      continue;
    }
    if (last?.field === 'column' || last?.field === 'argument') column = last.words.join(' ');
    const of = field === 'columnDescription' ? column : null;
    passages.push({ field, words: [], from: at + 1, of });
  }
  return passages;
}
