import type { StatusView } from '../../view/status-view.ts';
import type { Rgb } from './stage/look.ts';

/** The colours of the page as it is shown now: src/styles/tokens.css is where they are. */
export interface Palette {
  readonly of: (token: string) => string;
  readonly rgb: (token: string) => Rgb;
  /** Of a resource type, `model` … */
  readonly type: (resourceType: string) => string;
  readonly status: (kind: StatusView['kind']) => string;
  /** For entries of a legend that mean nothing by themselves; after eight they are all grey. */
  readonly category: (index: number) => string;
  /** For parts of a range, from little (0) to much (1). */
  readonly ramp: (part: number) => string;
}

const TYPE_TOKENS: ReadonlyMap<string, string> = new Map([
  ['source', 'source'],
  ['seed', 'seed'],
  ['model', 'model'],
  ['snapshot', 'snapshot'],
  ['exposure', 'exposure'],
  ['metric', 'metric'],
  ['semantic_model', 'semantic'],
  ['saved_query', 'semantic'],
]);

/** In this order neighbours differ most. */
const CATEGORIES = [
  'model',
  'exposure',
  'source',
  'metric',
  'snapshot',
  'semantic',
  'seed',
  'test',
] as const;

/** Reads the palette of the theme that is on. */
export function readPalette(): Palette {
  const style = getComputedStyle(document.documentElement);
  const known = new Map<string, string>();
  const of = (token: string): string => {
    const found = known.get(token) ?? style.getPropertyValue(`--${token}`).trim();
    known.set(token, found);
    return found;
  };
  const rgb = (token: string): Rgb => parseHex(of(token));
  return {
    of,
    rgb,
    type: (resourceType) => of(TYPE_TOKENS.get(resourceType) ?? 'test'),
    status: (kind) => of(kind),
    category: (index) => of(CATEGORIES[index] ?? 'control'),
    ramp: (part) => mix(rgb('line'), rgb('accent'), 0.25 + 0.75 * part),
  };
}

function parseHex(hex: string): Rgb {
  // Minified style sheets write #fff.
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(hex);
  const digits =
    short === null
      ? (/^#([0-9a-f]{6})/i.exec(hex)?.[1] ?? '808080')
      : short
          .slice(1)
          .map((digit) => digit + digit)
          .join('');
  const value = Number.parseInt(digits, 16);
  return [(value >> 16) / 255, ((value >> 8) & 255) / 255, (value & 255) / 255];
}

function mix(from: Rgb, to: Rgb, part: number): string {
  const channel = (at: 0 | 1 | 2): string =>
    Math.round(255 * (from[at] + (to[at] - from[at]) * part))
      .toString(16)
      .padStart(2, '0');
  return `#${channel(0)}${channel(1)}${channel(2)}`;
}
