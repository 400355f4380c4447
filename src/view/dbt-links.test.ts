import { describe, expect, it } from 'vitest';
import { dbtLinkIds, withSiteLinks } from './dbt-links.ts';
import { renderMarkdown } from './markdown.ts';
import { aContext, aResource, aTest } from './test-context.ts';

const { links } = aContext([
  aResource('model.shop.orders', { testIds: ['test.shop.unique'] }),
  aResource('source.shop.raw.orders'),
  aResource('test.shop.unique', { details: aTest({ attachedNode: 'model.shop.orders' }) }),
]);
const rewritten = (markdown: string): string => withSiteLinks(markdown, links);

describe('withSiteLinks', () => {
  it.each([
    ['[o](#!/model/model.shop.orders)', '[o](/docs/models/model.shop.orders/)'],
    ['[o](/#!/model/model.shop.orders?g_v=1)', '[o](/docs/models/model.shop.orders/)'],
    ['[o](#!/model/model.shop.orders#details "t")', '[o](/docs/models/model.shop.orders/ "t")'],
    ['[o](<#!/model/model.shop.orders>)', '[o](</docs/models/model.shop.orders/>)'],
    [
      '[o][1]\n\n[1]: #!/source/source.shop.raw.orders',
      '[o][1]\n\n[1]: /docs/sources/source.shop.raw.orders/',
    ],
    ['<a href="#!/overview">o</a>', '<a href="/docs/">o</a>'],
    ["<a href='/#!/overview/shop?g_v=1'>o</a>", "<a href='/docs/'>o</a>"],
    ['[t](#!/test/test.shop.unique)', '[t](/docs/models/model.shop.orders/#test-test.shop.unique)'],
  ])('turns %j into %j', (markdown, expected) => {
    expect(rewritten(markdown)).toBe(expected);
  });

  it('keeps the text of a link to what isn’t here', () => {
    const text = '[a](/#!/model/model.shop.gone) [b](#!/source_list/raw) [c](#!/model/%E0%A4%A)';
    expect(rewritten(text)).toBe('[a](#) [b](#) [c](#)');
    expect(renderMarkdown(rewritten(text))).toBe('<p>a b c</p>');
  });

  it('leaves code, text and other addresses as they are', () => {
    const text =
      'Write `[o](#!/model/model.shop.orders)`:\n\n```\n[o](#!/overview)\n```\n\n#!/overview, [x](https://a.b/#!/overview)';
    expect(rewritten(text)).toBe(text);
  });

  it('takes linear time', () => {
    // Time of this thread, not of the clock: other work on the machine counts for nothing.
    const before = process.threadCpuUsage();
    for (const mark of ['`', '```', '](', ']: ', '](#!/', '[o](#!/model/x']) {
      rewritten(`#!/${mark.repeat(50_000)}`);
    }
    expect(process.threadCpuUsage(before).user).toBeLessThan(2_000_000);
  });
});

describe('dbtLinkIds', () => {
  it('tells which resources a text links to', () => {
    expect(
      dbtLinkIds(
        '[a](#!/model/model.shop.orders) [b](#!/overview) [c](#!/source/source.x.gone?g_v=1)',
      ),
    ).toEqual(['model.shop.orders', 'source.x.gone']);
  });
});
