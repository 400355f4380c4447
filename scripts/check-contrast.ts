/** Measures src/styles/tokens.css, so that no edit of a colour takes away contrast or a difference that colour-blind readers need. */
import { readFileSync } from 'node:fs';
import { GROUNDS } from '../src/config/accent.ts';
import { contrast, linearRgb } from '../src/config/contrast.ts';

type Rgb = readonly [number, number, number];
type Palette = ReadonlyMap<string, Rgb>;

const STATUS = ['success', 'warn', 'error', 'skipped', 'partial'];
const RESOURCE = ['source', 'seed', 'model', 'snapshot', 'exposure', 'metric', 'semantic', 'test'];
const CODE = [
  'code-keyword',
  'code-string',
  'code-number',
  'code-comment',
  'code-name',
  'code-jinja',
];

/** Ratios of WCAG 2.2: 4.5 for text (1.4.3), 3 for shapes and controls (1.4.11). */
const RATIOS: readonly {
  readonly on: readonly string[];
  readonly names: readonly string[];
  readonly least: number;
}[] = [
  { on: ['bg', 'surface', 'tint'], names: ['ink', 'ink-2', 'ink-3', 'accent'], least: 4.5 },
  { on: ['mark'], names: ['ink', 'ink-2', 'accent'], least: 4.5 },
  { on: ['surface', 'tint'], names: CODE, least: 4.5 },
  { on: ['bg'], names: STATUS, least: 4.5 },
  { on: ['surface', 'tint'], names: STATUS, least: 3 },
  { on: ['bg', 'surface'], names: ['none'], least: 4.5 },
  { on: ['bg', 'surface'], names: RESOURCE, least: 3 },
  { on: ['bg'], names: ['control'], least: 3 },
];

/** Smallest distance in OKLab × 100 between two colours of a set, in any of the visions below. */
const DISTANCES: readonly {
  readonly set: string;
  readonly names: readonly string[];
  readonly least: Record<string, number>;
}[] = [
  { set: 'status', names: STATUS, least: { light: 8.8, dark: 13.2 } },
  { set: 'resource types', names: RESOURCE, least: { light: 7.0, dark: 9.1 } },
];

// Machado, Oliveira, Fernandes 2009, severity 1, for linear RGB.
const VISIONS: Readonly<Record<string, readonly [Rgb, Rgb, Rgb]>> = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

const css = readFileSync(new URL('../src/styles/tokens.css', import.meta.url), 'utf8');
const failures: string[] = [];

function expect(isTrue: boolean, failure: string): void {
  if (!isTrue) failures.push(failure);
}

/** The colours of the block that begins with a selector, in linear RGB. */
function paletteOf(selector: string): Palette {
  const start = css.indexOf(`${selector} {`);
  if (start === -1) throw new Error(`src/styles/tokens.css has no block for ${selector}.`);
  const block = css.slice(start, css.indexOf('}', start));
  const colours = block.matchAll(/--([a-z0-9-]+): #([0-9a-f]{6});/g);
  return new Map(Array.from(colours, ([, name = '', hex = '']) => [name, linearRgb(`#${hex}`)]));
}

function colour(palette: Palette, name: string): Rgb {
  const found = palette.get(name);
  if (found === undefined) throw new Error(`src/styles/tokens.css has no colour --${name}.`);
  return found;
}

function dot(one: Rgb, other: Rgb): number {
  return one[0] * other[0] + one[1] * other[1] + one[2] * other[2];
}

function seen(rgb: Rgb, rows: readonly [Rgb, Rgb, Rgb]): Rgb {
  const clamp = (value: number): number => Math.min(1, Math.max(0, value));
  return [clamp(dot(rows[0], rgb)), clamp(dot(rows[1], rgb)), clamp(dot(rows[2], rgb))];
}

function oklab(rgb: Rgb): Rgb {
  const lms: Rgb = [
    Math.cbrt(dot([0.4122214708, 0.5363325363, 0.0514459929], rgb)),
    Math.cbrt(dot([0.2119034982, 0.6806995451, 0.1073969566], rgb)),
    Math.cbrt(dot([0.0883024619, 0.2817188376, 0.6299787005], rgb)),
  ];
  return [
    dot([0.2104542553, 0.793617785, -0.0040720468], lms),
    dot([1.9779984951, -2.428592205, 0.4505937099], lms),
    dot([0.0259040371, 0.7827717662, -0.808675766], lms),
  ];
}

function distance(one: Rgb, other: Rgb): number {
  const [a, b] = [oklab(one), oklab(other)];
  return 100 * Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

function checkRatios(theme: string, palette: Palette): void {
  for (const { on, names, least } of RATIOS) {
    for (const ground of on) {
      for (const name of names) {
        const ratio = contrast(colour(palette, name), colour(palette, ground));
        expect(
          ratio >= least,
          `${theme}: --${name} on --${ground} has ${ratio.toFixed(2)}:1, less than ${least}:1`,
        );
      }
    }
  }
}

function checkDistances(theme: string, palette: Palette): void {
  for (const { set, names, least } of DISTANCES) {
    let worst = { value: Number.POSITIVE_INFINITY, pair: '' };
    for (const [vision, rows] of Object.entries(VISIONS)) {
      for (const [at, one] of names.entries()) {
        for (const other of names.slice(at + 1)) {
          const value = distance(
            seen(colour(palette, one), rows),
            seen(colour(palette, other), rows),
          );
          if (value < worst.value) worst = { value, pair: `--${one} and --${other} (${vision})` };
        }
      }
    }
    const wanted = least[theme] ?? 0;
    console.log(
      `${theme.padEnd(5)}  ${set.padEnd(14)}  closest: ${worst.value.toFixed(1)}, ${worst.pair}`,
    );
    expect(
      worst.value >= wanted,
      `${theme}: ${worst.pair} are ${worst.value.toFixed(1)} apart, less than ${wanted}`,
    );
  }
}

/** An accent from the configuration is held against grounds that are written down a second time. */
function checkGrounds(theme: 'light' | 'dark', palette: Palette): void {
  for (const [name, hex] of Object.entries(GROUNDS[theme])) {
    expect(
      String(colour(palette, name)) === String(linearRgb(hex)),
      `${theme}: --${name} is not ${hex}, as src/config/accent.ts says`,
    );
  }
}

const light = paletteOf(':root');
const dark = paletteOf(":root[data-theme='dark']");
const systemDark = paletteOf(":root:not([data-theme='light'])");

expect(
  JSON.stringify([...dark]) === JSON.stringify([...systemDark]),
  'the dark theme that is chosen and the one that follows the system differ',
);
for (const [theme, palette] of [
  ['light', light],
  ['dark', dark],
] as const) {
  checkRatios(theme, palette);
  checkGrounds(theme, palette);
  checkDistances(theme, palette);
}
for (const failure of failures) console.error(`src/styles/tokens.css  ${failure}`);
process.exitCode = failures.length === 0 ? 0 : 1;
