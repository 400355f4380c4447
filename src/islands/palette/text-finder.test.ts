import { describe, expect, it } from 'vitest';
import { joinPassages } from '../../search/text-fields.ts';
import type { TextPage } from '../full-text/text-index.ts';
import { textEntry } from './text-finder.ts';

/** A page that was found by one of its words. */
function aPage(word: string): TextPage {
  const text = joinPassages([
    { field: 'name', text: 'orders' },
    { field: 'description', text: 'Every purchase, once.' },
    { field: 'column', text: 'paid at' },
    { field: 'columnDescription', text: 'When money came in' },
  ]);
  const location = text.split(' ').findIndex((own) => own.startsWith(word));
  return { path: '/models/model.shop.orders/', text, met: [{ location, weight: 1 }] };
}

describe('what is written, in the palette', () => {
  it('is shown where it stands, and leads to its page', () => {
    expect(textEntry(aPage('purchase'), 'purchase', '/docs/')).toEqual({
      key: '/docs/models/model.shop.orders/',
      label: 'orders',
      detail: 'in the description:',
      passage: [
        { text: 'Every', isMarked: false },
        { text: 'purchase,', isMarked: true },
        { text: 'once.', isMarked: false },
      ],
      isName: true,
      glyph: 'ty-model',
      code: 'MDL',
      does: '/docs/models/model.shop.orders/',
    });
  });

  it('leads to the column that it is written of', () => {
    expect(textEntry(aPage('money'), 'money', '/docs/')).toMatchObject({
      detail: 'in the description of paid at:',
      does: '/docs/models/model.shop.orders/#column-paid~20at',
    });
    expect(textEntry(aPage('paid'), 'paid', '/docs/')).toMatchObject({
      detail: 'in a column:',
      does: '/docs/models/model.shop.orders/#column-paid~20at',
    });
  });

  it('is the page alone where only its name was met', () => {
    expect(textEntry(aPage('orders'), 'orders', '/docs/')).toMatchObject({
      detail: '',
      does: '/docs/models/model.shop.orders/',
    });
  });
});
