import { expect, it } from 'vitest';
import { numberedLines } from './numbered-lines.ts';

it('gives each line a number that links to itself', () => {
  expect(numberedLines(['select', '<b>1</b>'], 'compiled-L')).toBe(
    '<span><a id="compiled-L1" href="#compiled-L1" tabindex="-1" aria-hidden="true"></a>select\n</span>' +
      '<span><a id="compiled-L2" href="#compiled-L2" tabindex="-1" aria-hidden="true"></a><b>1</b>\n</span>',
  );
});

it('numbers code without anchors, which nobody can link to', () => {
  expect(numberedLines(['select 1'], null)).toBe('<span><i></i>select 1\n</span>');
});

it('keeps the anchors of very long code and leaves out its links', () => {
  const html = numberedLines(
    Array.from({ length: 1501 }, () => ''),
    'L',
  );
  expect(html).toContain('<i id="L1501"></i>');
  expect(html).not.toContain('<a');
});
