import { describe, expect, it } from 'vitest';
import { ICONS, iconRules, iconSvg } from './icons.ts';

describe('icons', () => {
  it('cut the sign out of the surface of a status', () => {
    expect(ICONS.success.map(({ tag, paint }) => [tag, paint])).toEqual([
      ['circle', 'surface'],
      ['path', 'hole'],
    ]);
    expect(iconSvg('success')).toContain(
      "<g mask='url(#m)'><circle cx='12' cy='12' r='10' fill='#000'/>",
    );
  });

  it('are drawn each, and no two alike', () => {
    const names = Object.keys(ICONS);
    const drawn = Object.values(ICONS).map((shapes) => JSON.stringify(shapes));
    expect(Math.min(...drawn.map(({ length }) => length))).toBeGreaterThan(20);
    expect(new Set(drawn).size).toBe(names.length);
  });

  it('are variables of the style sheet, safe inside of quotes', () => {
    const variable = iconRules()[':root']?.['--icon-copy'] ?? '';
    expect(variable).toMatch(/^url\("data:image\/svg\+xml,%3Csvg [^"#<>]*"\)$/);
    expect(iconRules()["[data-icon='copy']"]).toEqual({ '--icon': 'var(--icon-copy)' });
  });
});
