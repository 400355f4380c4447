import type { DrawnGraph, DrawnPlaces } from './drawn-graph.ts';

/** Colours of the page that the drawing was made on. */
export interface SvgColors {
  readonly paper: string;
  readonly surface: string;
  readonly line: string;
  readonly edge: string;
  readonly ink: string;
  readonly muted: string;
}

const MARGIN = 24;
const LETTERS = 21;

/** The drawing as it is, every box a link to its page. */
export function svgText({ nodes }: DrawnGraph, places: DrawnPlaces, colors: SvgColors): string {
  const { width, height, boxes, pieces, regions } = places;
  const box = `${-MARGIN} ${-MARGIN} ${width + 2 * MARGIN} ${height + 2 * MARGIN}`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}" width="${width + 2 * MARGIN}" height="${height + 2 * MARGIN}" font-family="ui-monospace, Menlo, Consolas, monospace" font-size="12.5">`,
    `<rect x="${-MARGIN}" y="${-MARGIN}" width="${width + 2 * MARGIN}" height="${height + 2 * MARGIN}" fill="${colors.paper}"/>`,
    ...regions
      .filter(({ count }) => count > 0)
      .map(
        (region) =>
          `<rect x="${region.x}" y="${region.y}" width="${region.width}" height="${region.height}" rx="10" fill="${colors.surface}" stroke="${colors.line}"/>` +
          `<text x="${region.x + 24}" y="${region.y + 42}" font-family="system-ui, sans-serif" font-size="20" font-weight="600" fill="${colors.ink}">${escaped(region.name)}</text>`,
      ),
    `<g fill="none" stroke="${colors.edge}" stroke-width="1.25">`,
    ...pieces.map(({ x1, y1, x2, y2 }) => {
      const handle = x2 > x1 ? (x2 - x1) / 2 : 60 + (x1 - x2) / 4;
      return `<path d="M${x1} ${y1}C${x1 + handle} ${y1} ${x2 - handle} ${y2} ${x2} ${y2}"/>`;
    }),
    '</g>',
    ...nodes.map((node, at) => {
      const { x, y, width: wide, height: high } = boxes[at] ?? { x: 0, y: 0, width: 0, height: 0 };
      const letters = [...node.name];
      const name =
        letters.length > LETTERS ? `${letters.slice(0, LETTERS - 1).join('')}…` : node.name;
      const drawn =
        `<title>${escaped(node.id)}</title>` +
        `<rect x="${x}" y="${y}" width="${wide}" height="${high}" rx="4" fill="${colors.paper}" stroke="${escaped(node.color)}"/>` +
        `<rect x="${x}" y="${y}" width="5" height="${high}" rx="2" fill="${escaped(node.color)}"/>` +
        `<text x="${x + 12}" y="${y + 20}" font-size="10" font-weight="600" fill="${colors.muted}">${escaped(node.code)}</text>` +
        `<text x="${x + 19 + node.code.length * 6.1}" y="${y + 20.5}" fill="${colors.ink}">${escaped(name)}</text>`;
      return node.url === null ? `<g>${drawn}</g>` : `<a href="${escaped(node.url)}">${drawn}</a>`;
    }),
    '</svg>\n',
  ].join('\n');
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
