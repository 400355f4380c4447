import type { MetWord } from '../../search/excerpt.ts';
import type { SearchTerm } from './search-term.ts';

/** Pagefind's program, which searches indexes one by one. */
export interface Engine {
  /** @param meta what an index is made of, in CBOR, as Pagefind writes it */
  readonly open: (meta: Uint8Array) => EngineIndex;
}

export interface EngineIndex {
  /** Names of the files of words that are needed to search. */
  readonly filesFor: (term: SearchTerm) => readonly string[];
  /** Takes a file of words. */
  readonly add: (words: Uint8Array) => void;
  /** Best first. */
  readonly search: (term: SearchTerm) => readonly EngineHit[];
}

/** A page that was found. */
export interface EngineHit {
  /** Its name in the index. */
  readonly page: string;
  readonly score: number;
  /** Places of the words that were met. */
  readonly met: () => readonly MetWord[];
}

/** What the program says of a search, as far as it is used here. */
interface EngineAnswer {
  readonly results: readonly {
    readonly p: string;
    readonly s: number;
    readonly l: readonly { readonly w: number; readonly l: number }[];
  }[];
}

/** Weight of a word as the program has it, where a word by itself weighs 1. */
const WEIGHT = 24;
/** Neither filtered nor sorted by it. */
const ALL = '{}';

/**
 * Starts the program. What usually calls it is Pagefind's own script; this asks for less, and waits for nothing by a
 * timer.
 *
 * @param program WebAssembly of the version that made the indexes
 */
export async function startEngine(program: BufferSource): Promise<Engine> {
  const { instance } = await WebAssembly.instantiate(program, {
    './pagefind_web_bg.js': { __wbindgen_init_externref_table: () => fillTable() },
  });
  const { exports } = instance;
  const { memory, __wbindgen_externrefs: table } = exports;
  if (!(memory instanceof WebAssembly.Memory)) throw new Error('Pagefind has no memory.');

  /** References that the program expects to find: to nothing, and to what is always there. */
  function fillTable(): void {
    if (!(table instanceof WebAssembly.Table)) return;
    const at = table.grow(4);
    table.set(0, undefined);
    for (const [step, value] of [undefined, null, true, false].entries())
      table.set(at + step, value);
  }
  const call = (name: string, ...values: (string | Uint8Array | number)[]): unknown => {
    const called = exports[name];
    if (typeof called !== 'function') throw new Error(`Pagefind has no ${name}.`);
    const numbers = values.flatMap((value) => {
      if (typeof value === 'number') return value;
      const bytes = typeof value === 'string' ? new TextEncoder().encode(value) : value;
      const at = numberOf(call('__wbindgen_malloc', bytes.length, 1));
      new Uint8Array(memory.buffer, at, bytes.length).set(bytes);
      return [at, bytes.length];
    });
    return Reflect.apply(called, undefined, numbers);
  };
  /** A text that the program answers with, as JSON. */
  const askJson = (name: string, ...values: (string | number)[]): unknown => {
    const answer = call(name, ...values);
    const [at, length] = Array.isArray(answer) ? answer.map(numberOf) : [];
    if (at === undefined || length === undefined) throw new Error(`${name} has no answer.`);
    const text = new TextDecoder().decode(new Uint8Array(memory.buffer, at, length));
    call('__wbindgen_free', at, length, 1);
    return JSON.parse(text);
  };
  call('__wbindgen_start');

  return {
    open(meta) {
      let index = numberOf(call('init_pagefind', meta));
      return {
        filesFor: ({ plain }) =>
          (askJson('request_indexes', index, plain) as readonly string[]).filter(Boolean),
        add(words) {
          index = numberOf(call('load_index_chunk', index, words));
        },
        search({ plain, written, isExact }) {
          const isExactly = isExact ? 1 : 0;
          const answer = askJson('search', index, plain, written, ALL, '', isExactly, 0);
          return (answer as EngineAnswer).results.map(({ p, s, l }) => ({
            page: p,
            score: s,
            met: () => l.map(({ w, l: location }) => ({ location, weight: w / WEIGHT })),
          }));
        },
      };
    },
  };
}

function numberOf(value: unknown): number {
  if (typeof value !== 'number') throw new Error('Pagefind has answered with no number.');
  // The program's addresses have no sign.
  return value >>> 0;
}
