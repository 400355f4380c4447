/** A colour as red, green and blue in linear light, each from 0 to 1. */
export type LinearRgb = readonly [red: number, green: number, blue: number];

/**
 * A colour's linear light, by the sRGB transfer function of IEC 61966-2-1.
 *
 * @param hex `#rrggbb`
 */
export function linearRgb(hex: string): LinearRgb {
  const channel = (at: number): number => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

/** WCAG 2.2's contrast ratio of two colours, from 1 to 21. */
export function contrast(one: LinearRgb, other: LinearRgb): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

function luminance([red, green, blue]: LinearRgb): number {
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
