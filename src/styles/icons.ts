import {
  Box,
  Braces,
  Camera,
  Check,
  ChevronDown,
  ChevronLeft,
  ChevronRight,
  ChevronUp,
  CircleArrowRight,
  CircleCheck,
  CircleDashed,
  CircleMinus,
  CirclePlay,
  Columns3,
  Contrast,
  Copy,
  Database,
  ExternalLink,
  File,
  FileCode,
  FileSearch,
  FlaskConical,
  History,
  Keyboard,
  LayoutDashboard,
  Menu,
  Moon,
  Network,
  OctagonX,
  Search,
  ShieldCheck,
  Sheet,
  SquareFunction,
  SquareTerminal,
  Sun,
  SunMoon,
  Tag,
  ChartLine,
  TriangleAlert,
  User,
  Users,
} from 'lucide-static';

/** What Lucide draws with. */
const TAGS = ['path', 'circle', 'ellipse', 'line', 'rect'] as const;

/** A shape of an icon, in a square of 24. */
export interface IconShape {
  readonly tag: (typeof TAGS)[number];
  readonly attributes: Readonly<Record<string, string>>;
  /** Drawn as a line, as a surface, or cut out of the surfaces. */
  readonly paint: 'line' | 'surface' | 'hole';
}

/** Every icon of the site, from the Lucide set: by what it stands for here, not by what it depicts. */
export const ICONS = {
  // Statuses: surfaces where something happened, outlines where nothing did.
  success: solid(CircleCheck),
  warn: solid(TriangleAlert),
  error: solid(OctagonX, 1),
  skipped: [...lines(CircleDashed), ...lines(CircleArrowRight).slice(1)],
  partial: lines(Contrast).map((shape, at) => (at === 0 ? shape : { ...shape, paint: 'surface' })),
  none: lines(CircleMinus),

  // Types of resources, under the names of `typeClass`.
  source: lines(Database),
  seed: lines(Sheet),
  model: lines(Box),
  snapshot: lines(Camera),
  exposure: lines(LayoutDashboard),
  metric: lines(ChartLine),
  semantic_model: lines(Network),
  saved_query: lines(FileSearch),
  test: lines(ShieldCheck),
  unit_test: lines(FlaskConical),
  macro: lines(Braces),
  analysis: lines(FileCode),
  operation: lines(SquareTerminal),
  function: lines(SquareFunction),
  group: lines(Users),
  other: lines(File),

  owner: lines(User),
  tag: lines(Tag),

  // What else the palette finds.
  column: lines(Columns3),
  run: lines(CirclePlay),
  recent: lines(History),

  // Controls.
  'theme-system': lines(SunMoon),
  'theme-light': lines(Sun),
  'theme-dark': lines(Moon),
  menu: lines(Menu),
  search: lines(Search),
  keyboard: lines(Keyboard),
  copy: lines(Copy),
  copied: lines(Check),
  external: lines(ExternalLink),
  up: lines(ChevronUp),
  down: lines(ChevronDown),
  left: lines(ChevronLeft),
  right: lines(ChevronRight),
} satisfies Readonly<Record<string, readonly IconShape[]>>;

export type IconName = keyof typeof ICONS;

function lines(svg: string): IconShape[] {
  const [, inside = ''] = /<svg[^>]*>(.*)<\/svg>/s.exec(svg) ?? [];
  return Array.from(inside.matchAll(/<(\w+)([^>]*?)\/>/g), ([, name, rest = '']) => {
    const tag = TAGS.find((known) => known === name);
    if (tag === undefined) throw new Error(`Icons are not drawn with <${name}>.`);
    const pairs = rest.matchAll(/([\w-]+)="([^"]*)"/g);
    const attributes = Object.fromEntries(
      Array.from(pairs, ([, key = '', value = '']) => [key, value]),
    );
    return { tag, attributes, paint: 'line' };
  });
}

/** The outline becomes a surface, with the rest cut out of it. `outline`: its place among the shapes. */
function solid(svg: string, outline = 0): IconShape[] {
  const shapes = lines(svg);
  const surface = shapes
    .splice(outline, 1)
    .map((shape): IconShape => ({ ...shape, paint: 'surface' }));
  return [...surface, ...shapes.map((shape): IconShape => ({ ...shape, paint: 'hole' }))];
}

/** An icon as an image of its own, for masks: what is opaque is drawn. */
export function iconSvg(name: IconName): string {
  const shapes: readonly IconShape[] = ICONS[name];
  const holes = shapes.filter(({ paint }) => paint === 'hole').map(shapeSvg);
  const rest = shapes.filter(({ paint }) => paint !== 'hole').map(shapeSvg);
  const body =
    holes.length === 0
      ? rest.join('')
      : `<mask id='m'><path fill='#fff' d='M0 0h24v24H0z'/><g stroke-width='2.4'>${holes.join('')}</g></mask><g mask='url(#m)'>${rest.join('')}</g>`;
  return `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24' fill='none' stroke='#000' stroke-width='2' stroke-linecap='round' stroke-linejoin='round'>${body}</svg>`;
}

function shapeSvg({ tag, attributes, paint }: IconShape): string {
  const all = Object.entries(attributes).map(([name, value]) => ` ${name}='${value}'`);
  return `<${tag}${all.join('')}${paint === 'surface' ? " fill='#000'" : ''}/>`;
}

/** Rules of the style sheet: each icon as a variable, `--icon-copy`, and by its name, `[data-icon='copy']`. */
export function iconRules(): Record<string, Record<string, string>> {
  const names = Object.keys(ICONS).filter(isIconName);
  const variables: Record<string, string> = {};
  const rules: Record<string, Record<string, string>> = { ':root': variables };
  for (const name of names) {
    variables[`--icon-${name}`] = `url("data:image/svg+xml,${uri(name)}")`;
    rules[`[data-icon='${name}']`] = { '--icon': `var(--icon-${name})` };
  }
  return rules;
}

function uri(name: IconName): string {
  return iconSvg(name).replaceAll('#', '%23').replaceAll('<', '%3C').replaceAll('>', '%3E');
}

/** Whether there is an icon of that name. */
export function isIconName(name: string): name is IconName {
  return Object.hasOwn(ICONS, name);
}
