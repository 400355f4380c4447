import { contrast, linearRgb } from './contrast.ts';

export type Theme = 'light' | 'dark';

/**
 * The grounds that links and focus outlines stand on; `scripts/check-contrast.ts` holds them against
 * `src/styles/tokens.css`.
 */
export const GROUNDS: Readonly<Record<Theme, { readonly bg: string; readonly surface: string }>> = {
  light: { bg: '#ffffff', surface: '#f5f7fa' },
  dark: { bg: '#0e1116', surface: '#171b22' },
};

/** How much of the accent is in the ground of what is chosen, as in our own. */
const TINT: Readonly<Record<Theme, number>> = { light: 0.08, dark: 0.11 };

/** The ground of what is chosen, for an accent: a little of it on the theme's own ground. Both `#rrggbb`. */
export function tintOf(accent: string, theme: Theme): string {
  return mix(GROUNDS[theme].bg, accent, TINT[theme]);
}

/** What WCAG 2.2 asks of text (1.4.3); an outline needs 3 (1.4.11) and so has more than enough. */
const LEAST = 4.5;

/**
 * Why a colour can't be the accent of a theme; null when it can. It is the colour of links, so it
 * must be read as text on every ground of the theme.
 *
 * @param hex `#rrggbb`
 */
export function accentProblem(hex: string, theme: Theme): string | null {
  const { ratio, ground } = worst(hex, theme);
  if (ratio >= LEAST) return null;
  const way = theme === 'light' ? 'darker' : 'lighter';
  return `is ${hex}, which has a contrast of ${cut(ratio)}:1 with ${ground}, a ground of the ${theme} theme; links need ${LEAST}:1. A ${way} one such as ${readable(hex, theme)} has it`;
}

function worst(hex: string, theme: Theme): { ratio: number; ground: string } {
  return [...Object.values(GROUNDS[theme]), tintOf(hex, theme)]
    .map((ground) => ({ ratio: contrast(linearRgb(hex), linearRgb(ground)), ground }))
    .reduce((least, next) => (next.ratio < least.ratio ? next : least));
}

/** Two decimals, never rounded up: 4.499 must not read as enough. */
function cut(ratio: number): string {
  return (Math.floor(ratio * 100) / 100).toFixed(2);
}

/** The nearest mix with black or white that can be read. */
function readable(hex: string, theme: Theme): string {
  const end = theme === 'light' ? '#000000' : '#ffffff';
  for (let share = 0.02; share < 1; share += 0.02) {
    const mixed = mix(hex, end, share);
    if (worst(mixed, theme).ratio >= LEAST) return mixed;
  }
  return end;
}

/** A colour with a share of another one, from 0 to 1. */
function mix(hex: string, other: string, share: number): string {
  const channels = [1, 3, 5].map((at) => {
    const [from, to] = [hex, other].map((colour) => Number.parseInt(colour.slice(at, at + 2), 16));
    return Math.round((from ?? 0) + ((to ?? 0) - (from ?? 0)) * share);
  });
  return `#${channels.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}
