import { z } from 'zod';
import { accentProblem, type Theme } from './accent.ts';

const MOST_LINKS = 12;
const LONGEST_FOOTER = 4000;

const path = z.string('must be a path, as text').min(1, 'must not be empty');

function accent(theme: Theme) {
  return z
    .string('must be a colour, as text')
    .regex(/^#[0-9a-f]{6}$/i, { error: 'must be a colour like "#2456c9"', abort: true })
    .toLowerCase()
    .superRefine((hex, context) => {
      const problem = accentProblem(hex, theme);
      if (problem !== null) context.addIssue({ code: 'custom', message: problem });
    });
}

/** The parts of the configuration that make a site look like its owner's. Files are copied into the site. */
export const BrandSchema = z.strictObject({
  /** SVG, PNG or WebP, shown before the title at a height of 24 pixels. */
  logo: path.regex(/\.(svg|png|webp)$/i, 'must be a .svg, .png or .webp file').optional(),
  /** The logo for the dark theme, where the other can't be seen on it. */
  logoDark: path.regex(/\.(svg|png|webp)$/i, 'must be a .svg, .png or .webp file').optional(),
  favicon: path.regex(/\.(svg|png|ico)$/i, 'must be a .svg, .png or .ico file').optional(),
  /**
   * What chats show beside a link to the site; a picture twice as wide as high, or wider, is shown large. By default
   * the logo or the favicon, where one of them is a PNG.
   */
  preview: path.regex(/\.(png|jpe?g|webp)$/i, 'must be a .png, .jpg or .webp file').optional(),
  /**
   * The colour of links and focus, one for each theme, since no colour can be read on both grounds.
   * @example { "light": "#0b6b4f", "dark": "#5fd6ab" }
   */
  accent: z
    .strictObject(
      { light: accent('light'), dark: accent('dark') },
      'must be an object with the colours "light" and "dark"',
    )
    .optional(),
  /** Markdown at the end of every page. */
  footer: z
    .string('must be text')
    .max(LONGEST_FOOTER, `must not be longer than ${LONGEST_FOOTER} characters`)
    .optional(),
  /** More links, in the header or (by `"place": "footer"`) at the end of every page. */
  links: z
    .array(
      z.strictObject({
        label: z.string('must be text').trim().min(1, 'must not be empty'),
        href: z
          .string('must be an address, as text')
          .regex(
            /^(https?:\/\/|mailto:|\/(?!\/))\S+$/i,
            'must begin with https://, http://, mailto: or a slash',
          ),
        place: z.enum(['header', 'footer'], 'must be "header" or "footer"').default('header'),
      }),
      'must be a list of links',
    )
    .max(MOST_LINKS, `must not hold more than ${MOST_LINKS} links`)
    .optional(),
  /** A CSS file that every page loads after its own styles. */
  stylesheet: path.regex(/\.css$/i, 'must be a .css file').optional(),
});

export type Brand = z.output<typeof BrandSchema>;
