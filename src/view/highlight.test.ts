import { describe, expect, it } from 'vitest';
import { highlight, highlightLines } from './highlight.ts';

const LANGUAGES = ['sql', 'python', 'yaml', 'json', 'cobol'];

function shownText(html: string): string {
  return html
    .replace(/<\/?span[^<>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}

/** Numbers from 0 up to 1 that are the same in every run. */
function pseudoRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

describe('highlight', () => {
  it('colours SQL and the Jinja in it', () => {
    const sql = "select count(*) as n, 'x''y' from {{ ref('orders') }} where a >= 1.5 -- all";
    expect(highlight(sql, 'sql')).toMatchInlineSnapshot(
      `"<span class="k">select</span> <span class="f">count</span>(*) <span class="k">as</span> n, <span class="s">'x''y'</span> <span class="k">from</span> <span class="j">{{</span> <span class="f">ref</span>(<span class="s">'orders'</span>) <span class="j">}}</span> <span class="k">where</span> a &gt;= <span class="n">1.5</span> <span class="c">-- all</span>"`,
    );
  });

  it('sees Jinja inside a string, and the string go on after it', () => {
    expect(highlight("'a {{ var('b') }} c'", 'sql')).toMatchInlineSnapshot(
      `"<span class="s">'a </span><span class="j">{{</span> <span class="f">var</span>(<span class="s">'b'</span>) <span class="j">}}</span><span class="s"> c'</span>"`,
    );
  });

  it('takes a backslash for an escape only where the string goes on', () => {
    expect(highlight("'it\\'s', 'c:\\', x", 'sql')).toMatchInlineSnapshot(
      `"<span class="s">'it\\'s'</span>, <span class="s">'c:\\'</span>, x"`,
    );
  });

  it('closes every element at the end of its line', () => {
    expect(highlightLines('/* a\nb */ select', 'sql').lines).toEqual([
      '<span class="c">/* a</span>',
      '<span class="c">b */</span> <span class="k">select</span>',
    ]);
  });

  it('colours Python, YAML and JSON', () => {
    expect(highlight('def model(dbt): # x\n  return """a\nb"""', 'python')).toMatchInlineSnapshot(`
      "<span class="k">def</span> <span class="f">model</span>(dbt): <span class="c"># x</span>
        <span class="k">return</span> <span class="s">&quot;&quot;&quot;a</span>
      <span class="s">b&quot;&quot;&quot;</span>"
    `);
    expect(highlight('name: orders # x\non: true', 'yaml')).toMatchInlineSnapshot(`
      "<span class="f">name</span>: orders <span class="c"># x</span>
      <span class="f">on</span>: <span class="k">true</span>"
    `);
    expect(highlight('{"a": [1, null]}', 'json')).toBe(
      '{<span class="f">&quot;a&quot;</span>: [<span class="n">1</span>, <span class="k">null</span>]}',
    );
  });

  it('escapes everything, in every language', () => {
    const hostile = `<script>alert("1")</script> '<img src=x onerror=y>' -- </pre>\n{{ '</code>' }} # <b>`;
    for (const language of LANGUAGES) {
      expect(highlight(hostile, language).replace(/<\/?span[^<>]*>/g, '')).not.toMatch(/[<>]/);
    }
  });

  it('shows exactly the code that it was given, however broken', () => {
    const pieces =
      `' " \` {{ }} {% %} {# #} -- /* */ $$ \\ \n # """ ''' a 1.5e3 ( : é 😀 < & > { } % - select _x`.split(
        ' ',
      );
    const random = pseudoRandom(7);
    for (let round = 0; round < 2000; round += 1) {
      let code = '';
      for (let length = random() * 14; length > 0; length -= 1) {
        code += pieces[Math.floor(random() * pieces.length)] ?? '';
        if (random() < 0.4) code += ' ';
      }
      for (const language of LANGUAGES) expect(shownText(highlight(code, language))).toBe(code);
    }
  });

  it('takes linear time on long and nasty input', () => {
    const nasty = [
      '{{ ',
      "'",
      '$a$ ',
      '/* ',
      '-- ',
      'a ',
      '( ',
      '\\',
      '"""',
      '{%',
      "'{{'",
      '1',
      ' \n',
      '-',
    ];
    // Time of this thread, not of the clock: other work on the machine counts for nothing.
    const before = process.threadCpuUsage();
    for (const piece of nasty) {
      const code = `${piece.repeat(Math.ceil(15_000 / piece.length))}\n`.repeat(19);
      for (const language of LANGUAGES)
        expect(highlight(code, language).length).toBeGreaterThan(code.length - 1);
    }
    // 70 inputs of 285 kB, all in about a second. Quadratic behaviour takes minutes; the bound is wide for slow machines.
    expect(process.threadCpuUsage(before).user).toBeLessThan(25_000_000);
  }, 120_000);

  it('shows long code without colours and says so', () => {
    const { lines, note } = highlightLines('select 1\n'.repeat(40_000), 'sql');
    expect([lines.length, lines[0], note]).toEqual([
      40_001,
      'select 1',
      'Too long to be shown in colours.',
    ]);
    expect(highlightLines(`select '${'x'.repeat(20_001)}'`, 'sql').note).toBe(
      'Too long to be shown in colours.',
    );
  });

  it('cuts code beyond a megabyte and says how much is missing', () => {
    const { lines, note } = highlightLines(`😀${'😀'.repeat(600_000)}`, 'sql');
    expect(lines.join('').length).toBe(1_000_000);
    expect(note).toBe(
      'Only the first 2 MB of 2.4 MB are shown. The rest is left out of this page.',
    );
    expect(highlightLines(`x${'😀'.repeat(600_000)}`, 'sql').lines.join('').length).toBe(999_999);
  });
});
