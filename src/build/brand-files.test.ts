import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PLAIN_SITE } from '../view/testing/plain-site.ts';
import { brandFiles } from './brand-files.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'brand-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function put(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

describe('brandFiles', () => {
  it('gives a site without a brand nothing', () => {
    expect(brandFiles({}, '/')).toEqual({ view: PLAIN_SITE.brand, outputs: [] });
  });

  it('puts files among the assets, under names that change with their content', async () => {
    const logo = put('Logo.SVG', '<svg viewBox="0 0 100 20"></svg>');
    const { view, outputs } = brandFiles({ logo, favicon: logo }, '/docs/');
    expect(outputs.map(({ file }) => file)).toEqual([
      expect.stringMatching(/^_assets\/logo\.[0-9a-f]{12}\.svg$/),
      expect.stringMatching(/^_assets\/favicon\.[0-9a-f]{12}\.svg$/),
    ]);
    expect(view.logo).toEqual({ href: `/docs/${outputs[0]?.file}`, width: 120, height: 24 });
    expect(view.favicon?.type).toBe('image/svg+xml');
    expect(String(Buffer.from((await outputs[0]?.bytes()) ?? []))).toContain('0 0 100 20');
    put('Logo.SVG', '<svg viewBox="0 0 1000 20"></svg>');
    const again = brandFiles({ logo }, '/docs/');
    expect(again.view.logo).toMatchObject({ width: 240, height: 5 });
    expect(again.outputs[0]?.file).not.toBe(outputs[0]?.file);
  });

  it('writes the accent of each theme into the layer of the tokens', async () => {
    const accent = { light: '#0b6b4f', dark: '#5fd6ab' };
    const { view, outputs } = brandFiles({ accent }, '/');
    expect(view.accentHref).toBe(`/${outputs[0]?.file}`);
    expect(String(Buffer.from((await outputs[0]?.bytes()) ?? []))).toMatchInlineSnapshot(`
      "@layer tokens{
      :root{--accent:#0b6b4f;--tint:#ebf3f1}
      @media (prefers-color-scheme:dark){:root:not([data-theme='light']){--accent:#5fd6ab;--tint:#172726}}
      :root[data-theme='dark']{--accent:#5fd6ab;--tint:#172726}
      }
      "
    `);
  });

  it('shows chats a PNG of the brand, never an SVG', () => {
    const png = Buffer.alloc(24);
    png.write('89504e470d0a1a0a', 'hex');
    png.writeUInt32BE(1200, 16);
    png.writeUInt32BE(600, 20);
    const preview = put('wide.png', '');
    writeFileSync(preview, png);
    const logo = put('logo.svg', '<svg viewBox="0 0 100 20"></svg>');
    expect(brandFiles({ logo, preview }, '/').view.preview).toEqual({
      href: expect.stringMatching(/^\/_assets\/preview\.[0-9a-f]{12}\.png$/),
      isWide: true,
    });
    expect(brandFiles({ logo }, '/').view.preview).toBeNull();
    expect(brandFiles({ favicon: preview }, '/').view.preview?.isWide).toBe(true);
  });

  it('sorts links by where they stand', () => {
    const links = [
      { label: 'Wiki', href: 'https://wiki.test/', place: 'header' as const },
      { label: 'Imprint', href: '/imprint', place: 'footer' as const },
    ];
    expect(brandFiles({ links, footer: '© *Shop*' }, '/').view).toMatchObject({
      headerLinks: [{ label: 'Wiki', href: 'https://wiki.test/' }],
      footerLinks: [{ label: 'Imprint', href: '/imprint' }],
      footer: '© *Shop*',
    });
  });

  it('names the option and the file that is not there, or too large', () => {
    const logo = join(folder, 'none.svg');
    expect(() => brandFiles({ logo }, '/')).toThrow(
      `"logo" of the configuration names ${logo}, which does not exist.`,
    );
    const stylesheet = put('big.css', ' '.repeat(1_000_001));
    expect(() => brandFiles({ stylesheet }, '/')).toThrow(
      `"stylesheet" of the configuration names ${stylesheet}, which is larger than 1 MB, and every page loads it.`,
    );
  });
});
