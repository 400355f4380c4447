import { describe, expect, it } from 'vitest';
import { plainText } from './plain-text.ts';

describe('plainText', () => {
  it.each([
    ['', ''],
    ['One row per order.', 'One row per order.'],
    ['# Orders\n\nOne **row** per\n`order_id`.\n\nMore.', 'One row per order_id.'],
    ['Orders\n======\n\nOne row.', 'One row.'],
    ['# Orders', 'Orders'],
    ['## Orders\nOne row.', 'One row.'],
    ['|a|b|\n|-|-|\n|1|2|\n\nText', 'Text'],
    ['See [the docs](https://a.b/c) and ![plan](x.png).', 'See the docs and plan.'],
    ['<b>Bold</b> <!-- no --> a < b &amp; c', 'Bold a < b & c'],
    ['<script>alert(1)</script>Text', 'Text'],
    ['keeps snake_case_names and 2 * 3 * 4', 'keeps snake_case_names and 2 * 3 * 4'],
    ['_em_ __strong__ *em* \\*not\\*', 'em strong em *not*'],
    ['- [x] one\n- two', 'one two'],
    ['> quoted', 'quoted'],
  ])('takes the text of %j', (markdown, text) => {
    expect(plainText(markdown)).toBe(text);
  });

  it('ends long text at a word', () => {
    const text = plainText('word '.repeat(200));
    expect(text.length).toBeLessThanOrEqual(300);
    expect(text).toMatch(/word…$/);
  });

  it('takes no time for nasty text', () => {
    // Time of this thread, not of the clock: other work on the machine counts for nothing.
    const before = process.threadCpuUsage();
    for (const piece of ['[', '*a ', '_a ', '<a ', '`', '](', '\\', '<!--', '> '])
      plainText(piece.repeat(100_000));
    expect(process.threadCpuUsage(before).user).toBeLessThan(2_000_000);
  });
});
