import { describe, expect, it } from 'vitest';
import { PLAIN_SITE } from '../../view/testing/plain-site.ts';
import { llmsTxt } from './llms-txt.ts';

describe('llmsTxt', () => {
  it('begins as llmstxt.org asks, and names the lists with whole addresses', () => {
    const text = llmsTxt({ ...PLAIN_SITE, base: '/docs/', siteUrl: 'https://x.test' }, [
      { label: 'Models', path: 'models', count: 10_000 },
    ]);
    expect(text).toMatch(/^# Shop\n\n> Documentation of the dbt project Shop: /);
    expect(text).toContain(
      '\n\n## Lists\n\n- [Models](https://x.test/docs/models/index.md): 10,000\n\n## Project\n\n',
    );
    expect(text.length).toBeLessThan(3000);
  });
});
