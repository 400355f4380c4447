import { describe, expect, it } from 'vitest';
import { holdsWord } from './holds-word.ts';

const WORDS = '\x82eorgan\x81\x83gcontract\x81bof\x9fecarri\x81jfct_orders\x98';

describe('a file of words', () => {
  it('has a word, another form of it, and what begins so', () => {
    for (const word of ['contract', 'contracts', 'contr', 'organization', 'carry', 'fct_orders'])
      expect(holdsWord(WORDS, word), word).toBe(true);
  });

  it('has no word of which it has the first letters only', () => {
    for (const word of ['configured', 'office', 'organza_shop_of_us'])
      expect(holdsWord(WORDS, word), word).toBe(false);
  });

  it('may have what is too short or too foreign to tell', () => {
    expect(holdsWord(WORDS, 'to')).toBe(true);
    expect(holdsWord(WORDS, 'コーヒー')).toBe(true);
  });
});
