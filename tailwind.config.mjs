import plugin from 'tailwindcss/plugin';
import { iconRules } from './src/styles/icons.ts';

/**
 * The theme points at the variables of src/styles/tokens.css, so a colour has one place.
 * Tailwind's own base styles are off: src/styles/reset.css is a third of their size.
 *
 * @type {import('tailwindcss').Config}
 */
export default {
  content: ['./src/{components,islands,layouts,pages}/**/*.{astro,tsx}'],
  corePlugins: { preflight: false },
  // The icons, as masks for the style sheets.
  plugins: [plugin(({ addComponents }) => addComponents(iconRules()))],
  theme: {
    colors: {
      transparent: 'transparent',
      current: 'currentcolor',
      bg: 'var(--bg)',
      surface: 'var(--surface)',
      ink: { DEFAULT: 'var(--ink)', 2: 'var(--ink-2)', 3: 'var(--ink-3)' },
      line: 'var(--line)',
      control: 'var(--control)',
      accent: 'var(--accent)',
      tint: 'var(--tint)',
      success: 'var(--success)',
      warn: 'var(--warn)',
      error: 'var(--error)',
      skipped: 'var(--skipped)',
      partial: 'var(--partial)',
      none: 'var(--none)',
    },
    spacing: { 0: '0', 1: '4px', 2: '8px', 3: '12px', 4: '16px', 6: '24px', 8: '32px', 12: '48px' },
    fontSize: { xs: '12px', sm: '13px', base: '14px', lg: '16px', xl: '20px', '2xl': '26px' },
    fontFamily: { sans: 'var(--sans)', mono: 'var(--mono)' },
    borderRadius: { none: '0', DEFAULT: '4px', lg: '8px' },
    screens: { sm: '640px', md: '960px', lg: '1280px' },
  },
};
