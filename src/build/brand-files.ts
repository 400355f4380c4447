import { tintOf, type Theme } from '../config/accent.ts';
import { readFileSync, statSync } from 'node:fs';
import { extname } from 'node:path';
import type { Brand } from '../config/brand-schema.ts';
import { BrandFileUnusable } from '../errors/catalogue.ts';
import { SiteError } from '../errors/site-error.ts';
import type { BrandView, LogoView, NavItem, PreviewImage } from '../view/site.ts';
import { contentHash } from './content-hash.ts';
import { imageSize } from './image-size.ts';
import type { FileOutput } from './output.ts';

/** Height of a logo in the header, CSS pixels. */
const LOGO_HEIGHT = 24;
const WIDEST_LOGO = 240;
/** Every page loads these. */
const MOST_BYTES = 1_000_000;

const ICON_TYPES: Readonly<Record<string, string>> = {
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
};

/** The owner's brand: what pages show of it, and the files that the site carries for it. */
export interface BrandFiles {
  readonly view: BrandView;
  readonly outputs: readonly FileOutput[];
}

/**
 * Reads the files that the configuration names. They are put among the assets under a name that
 * holds the hash of their content, so that browsers may keep them for ever.
 *
 * @param brand its paths are absolute
 * @param base begins and ends with a slash
 * @throws SiteError `BrandFileUnusable`
 */
export function brandFiles(brand: Brand, base: string): BrandFiles {
  const outputs: FileOutput[] = [];
  const add = (name: string, bytes: Uint8Array, extension: string): string => {
    const hash = contentHash(bytes);
    const file = `_assets/${name}.${hash.slice(0, 12)}${extension}`;
    outputs.push({ kind: 'file', file, key: hash, bytes: () => Promise.resolve(bytes) });
    return base + file;
  };
  const read = (key: keyof Brand, path: string): { href: string; bytes: Uint8Array } => {
    const bytes = readBrandFile(key, path);
    return { href: add(key, bytes, extname(path).toLowerCase()), bytes };
  };
  const logo = (key: 'logo' | 'logoDark'): LogoView | null => {
    const path = brand[key];
    if (path === undefined) return null;
    const { href, bytes } = read(key, path);
    const size = imageSize(bytes);
    if (size === null) return { href, width: null, height: LOGO_HEIGHT };
    const scale = Math.min(LOGO_HEIGHT / size.height, WIDEST_LOGO / size.width);
    const scaled = (length: number): number => Math.max(1, Math.round(length * scale));
    return { href, width: scaled(size.width), height: scaled(size.height) };
  };
  const preview = (): PreviewImage | null => {
    // Chats show no SVG.
    const key = (['preview', 'logo', 'favicon'] as const).find((name) =>
      /\.(?:png|jpe?g|webp)$/i.test(brand[name] ?? ''),
    );
    const path = key === undefined ? undefined : brand[key];
    if (key === undefined || path === undefined) return null;
    const { href, bytes } = read(key, path);
    const size = imageSize(bytes);
    return { href, isWide: size !== null && size.width >= 2 * size.height };
  };
  const linksAt = (place: 'header' | 'footer'): NavItem[] =>
    (brand.links ?? [])
      .filter((link) => link.place === place)
      .map(({ label, href }) => ({ label, href }));

  const view: BrandView = {
    logo: logo('logo'),
    logoDark: logo('logoDark'),
    favicon:
      brand.favicon === undefined
        ? null
        : {
            href: read('favicon', brand.favicon).href,
            type: ICON_TYPES[extname(brand.favicon).toLowerCase()] ?? 'image/png',
          },
    preview: preview(),
    accentHref:
      brand.accent === undefined
        ? null
        : add('accent', Buffer.from(accentStyles(brand.accent)), '.css'),
    stylesheetHref:
      brand.stylesheet === undefined ? null : read('stylesheet', brand.stylesheet).href,
    headerLinks: linksAt('header'),
    footerLinks: linksAt('footer'),
    footer: brand.footer ?? '',
  };
  // Two keys may name one file.
  return { view, outputs: [...new Map(outputs.map((output) => [output.file, output])).values()] };
}

/** The three blocks of `src/styles/tokens.css`, in its layer, so that print still goes before it. */
function accentStyles({ light, dark }: { light: string; dark: string }): string {
  return `@layer tokens{
:root{${tokens(light, 'light')}}
@media (prefers-color-scheme:dark){:root:not([data-theme='light']){${tokens(dark, 'dark')}}}
:root[data-theme='dark']{${tokens(dark, 'dark')}}
}
`;
}

function readBrandFile(key: string, path: string): Uint8Array {
  try {
    const { size } = statSync(path);
    if (size > MOST_BYTES) {
      throw unusable(
        key,
        path,
        `is larger than ${MOST_BYTES / 1_000_000} MB, and every page loads it`,
      );
    }
    return readFileSync(path);
  } catch (error) {
    if (error instanceof SiteError) throw error;
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    throw unusable(key, path, isMissing ? 'does not exist' : `cannot be read: ${String(error)}`);
  }
}

function unusable(key: string, path: string, problem: string): SiteError {
  return new SiteError(BrandFileUnusable, BrandFileUnusable.message(key, path, problem));
}

/** The accent, and the ground of what is chosen. */
function tokens(accent: string, theme: Theme): string {
  return `--accent:${accent};--tint:${tintOf(accent, theme)}`;
}
