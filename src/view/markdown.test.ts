import { describe, expect, it } from 'vitest';
import { renderPlainParagraph } from './markdown-fast.ts';
import { renderMarkdown, renderParsed } from './markdown.ts';

/** Numbers from 0 up to 1 that are the same in every run. */
function pseudoRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

describe('renderMarkdown', () => {
  it('renders GFM', () => {
    expect(renderMarkdown('One **row** per ~~order~~.\n\n- [x] done\n\n|a|b|\n|-|-:|\n|1|2|'))
      .toMatchInlineSnapshot(`
      "<p>One <strong>row</strong> per <del>order</del>.</p>
      <ul>
      <li>☑ done</li>
      </ul>
      <table>
      <thead>
      <tr>
      <th>a</th>
      <th align="right">b</th>
      </tr>
      </thead>
      <tbody>
      <tr>
      <td>1</td>
      <td align="right">2</td>
      </tr>
      </tbody>
      </table>"
    `);
  });

  it('is empty for a text without text', () => {
    expect(renderMarkdown(' \n ')).toBe('');
  });

  it.each([
    ['<script>alert(1)</script>x', 'x'],
    ['<style>*{display:none}</style>x', 'x'],
    ['<b onclick="alert(1)" style="color:red" class="st" id="main">x</b>', '<p><b>x</b></p>'],
    ['[x](javascript:alert(1))', '<p>x</p>'],
    ['[x](JaVaScRiPt:alert(1))', '<p>x</p>'],
    ['[x](data:text/html,hi)', '<p>x</p>'],
    ['[x](vbscript:a)', '<p>x</p>'],
    ['<a href="&#106;avascript:alert(1)">x</a>', '<p>x</p>'],
    ['<a href="java\nscript:alert(1)">x</a>', '<p>x (<code>java\nscript:alert(1)</code>)</p>'],
    ['<form action="/x"><input name="a"><button>x</button></form>', '☐x'],
    ['<iframe src="https://a.b">x</iframe>', ''],
    ['<svg><script>alert(1)</script></svg>x', '<p>x</p>'],
    ['<img src="x" onerror="alert(1)">', 'Image (<code>x</code>)'],
    ['<math><mi xlink:href="javascript:alert(1)">x</mi></math>', '<p></p>'],
    ['<meta http-equiv="refresh" content="0">x', '<p>x</p>'],
    [
      '<table><td background="https://a.b/x.png">x</td></table>',
      '<table><tbody><tr><td>x</td></tr></tbody></table>',
    ],
    ['</div></main><h1>x</h1>', '<h3>x</h3>'],
    ['<!-- comment -->', ''],
  ])('makes %j harmless', (markdown, html) => {
    expect(renderMarkdown(markdown)).toBe(html);
  });

  it('loads nothing: images elsewhere become links, images in the text stay', () => {
    expect(renderMarkdown('![Plan](https://a.b/c.png)')).toBe(
      '<p><a href="https://a.b/c.png" rel="noopener nofollow" title="Image on another site; not loaded, as pages here load nothing from elsewhere">Plan</a></p>',
    );
    expect(renderMarkdown('![dot](data:image/png;base64,AAAA)')).toBe(
      '<p><img src="data:image/png;base64,AAAA" alt="dot"></p>',
    );
    expect(renderMarkdown('![dot](data:image/svg+xml;base64,AAAA)')).toBe('<p>dot</p>');
  });

  it('keeps links that lead somewhere and marks those that leave the site', () => {
    expect(renderMarkdown('[a](https://a.b "t") [b](/wiki/x) [c](mailto:a@b.c) [d](#part)')).toBe(
      '<p><a href="https://a.b" title="t" rel="noopener nofollow">a</a> <a href="/wiki/x">b</a> ' +
        '<a href="mailto:a@b.c" rel="noopener nofollow">c</a> d</p>',
    );
  });

  it('shows where a link or an image in the repository points, as that isn’t part of the site', () => {
    expect(renderMarkdown('[the rules](docs/rules.md#late) and [up](../a%20b.md)')).toBe(
      '<p>the rules (<code>docs/rules.md#late</code>) and up (<code>../a%20b.md</code>)</p>',
    );
    expect(renderMarkdown('![Plan](assets/plan.png) ![](/img/x.png)')).toBe(
      '<p>Plan (<code>assets/plan.png</code>) Image (<code>/img/x.png</code>)</p>',
    );
  });

  it('puts headings under those of the page without skipping a level', () => {
    const levels = (markdown: string): string[] => renderMarkdown(markdown).match(/<h\d/g) ?? [];
    expect(levels('# a\n\n## b\n\n# c')).toEqual(['<h3', '<h4', '<h3']);
    expect(levels('### a\n\n###### b\n\n### c')).toEqual(['<h3', '<h4', '<h3']);
    expect(levels('#### a\n\n# b')).toEqual(['<h3', '<h3']);
    expect(levels('# a\n## b\n### c\n#### d\n##### e\n###### f')).toEqual([
      '<h3',
      '<h4',
      '<h5',
      '<h6',
      '<h6',
      '<h6',
    ]);
  });

  it('shows footnotes without anchors, which two descriptions on a page could share', () => {
    const html = renderMarkdown('a[^1]\n\n[^1]: b');
    expect(html).toContain('<p>a<sup>1</sup></p>');
    expect(html).not.toMatch(/ id=| href=/);
  });

  it('shows what is too long or too deeply nested as it was written', () => {
    expect(renderMarkdown('a <b>\n'.repeat(20_000))).toMatch(/^<pre>a &lt;b&gt;\n/);
    for (const mark of [
      '>',
      '> ',
      '[',
      '<div>',
      '- ',
      '1. ',
      '![',
      '<div>\n\n',
      '*a **b ',
      '> - ',
    ]) {
      const text = mark.repeat(10_000);
      // Time of this thread, not of the clock: other work on the machine counts for nothing.
      const before = process.threadCpuUsage();
      expect(renderMarkdown(text)).not.toBe('');
      expect(process.threadCpuUsage(before).user).toBeLessThan(5_000_000);
    }
  });

  it('does not take rules, banners and wide tables for nesting', () => {
    expect(renderMarkdown('-'.repeat(200))).toBe('<hr>');
    expect(renderMarkdown(`${'|a'.repeat(80)}\n${'|---'.repeat(80)}\n${'|1'.repeat(80)}`)).toMatch(
      /^<table>/,
    );
  });

  it('gives one answer, cached or not', () => {
    expect(renderMarkdown('Some *text*.')).toBe(renderMarkdown('Some *text*.'));
  });
});

describe('renderPlainParagraph', () => {
  it('takes a plain paragraph, with names in backticks', () => {
    expect(renderPlainParagraph('The `order_id` of a\nsnake_case — “name” (1 > 0).')).toBe(
      '<p>The <code>order_id</code> of a\nsnake_case — “name” (1 > 0).</p>',
    );
  });

  it('takes strong words', () => {
    expect(renderPlainParagraph('**Key** of `a`, as **numeric(18,2)**.')).toBe(
      '<p><strong>Key</strong> of <code>a</code>, as <strong>numeric(18,2)</strong>.</p>',
    );
  });

  it.each([
    'a ** b',
    'a**b**c',
    'a **b**c',
    '** a**',
    '**a **',
    '**(a)**b',
    '**a\nb**',
    '**`a`**',
    '***a***',
    '1. one',
    '- a',
    'a *b*',
    '# a',
    'a\n===',
    'a\n---',
    'www.a.b',
    'a@b.c',
    '    code',
    'a  \nb',
    '_a_',
    'a & b',
  ])('leaves %j to the parser', (text) => {
    expect(renderPlainParagraph(text)).toBeNull();
  });

  it('gives what the parser gives', () => {
    const pieces =
      'a|B|é|日本|١|😀| | |\n|**|_| **|** |**a** |__|`|``|.|,|:|;|"|\'|(|)|{|}|=|+|-|>|%|/|$|^|?|\u00a0|\u200f|1|www|http:|<|&|*|\t|#'.split(
        '|',
      );
    const random = pseudoRandom(11);
    let taken = 0;
    for (let round = 0; round < 8000; round += 1) {
      let text = 'a';
      for (let length = 1 + random() * 9; length > 0; length -= 1) {
        // Harmless pieces more often, or the parser would get nearly all.
        text += pieces[Math.floor(random() * random() * pieces.length)] ?? '';
      }
      const html = renderPlainParagraph(text);
      if (html === null) continue;
      taken += 1;
      expect({ text, html }).toEqual({ text, html: renderParsed(text) });
    }
    expect(taken).toBeGreaterThan(500);
  });
});
