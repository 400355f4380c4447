import { ICONS, type IconName, type IconShape } from '../../../styles/icons.ts';

/** An icon's shapes as paths of a canvas. */
interface PaintedShape {
  readonly path: Path2D;
  readonly paint: IconShape['paint'];
}

const KNOWN = new Map<IconName, readonly PaintedShape[]>();

/** Paints an icon of the site's set into a square. */
export function paintIcon(
  context: CanvasRenderingContext2D,
  name: IconName,
  square: { readonly x: number; readonly y: number; readonly size: number },
  colors: { readonly hue: string; readonly paper: string },
): void {
  const shapes = KNOWN.get(name) ?? pathsOf(ICONS[name]);
  KNOWN.set(name, shapes);
  context.save();
  context.translate(square.x, square.y);
  context.scale(square.size / 24, square.size / 24);
  context.lineCap = 'round';
  context.lineJoin = 'round';
  context.fillStyle = colors.hue;
  for (const { path, paint } of shapes) {
    context.strokeStyle = paint === 'hole' ? colors.paper : colors.hue;
    context.lineWidth = paint === 'hole' ? 2.4 : 2;
    if (paint === 'surface') context.fill(path);
    context.stroke(path);
  }
  context.restore();
}

function pathsOf(shapes: readonly IconShape[]): PaintedShape[] {
  return shapes.map(({ tag, attributes, paint }) => ({ path: pathOf(tag, attributes), paint }));
}

function pathOf(tag: IconShape['tag'], attributes: Readonly<Record<string, string>>): Path2D {
  const at = (name: string): number => Number(attributes[name] ?? 0);
  if (tag === 'path') return new Path2D(attributes['d'] ?? '');
  const path = new Path2D();
  if (tag === 'line') {
    path.moveTo(at('x1'), at('y1'));
    path.lineTo(at('x2'), at('y2'));
  } else if (tag === 'rect') path.roundRect(at('x'), at('y'), at('width'), at('height'), at('rx'));
  else {
    const [rx, ry] = tag === 'circle' ? [at('r'), at('r')] : [at('rx'), at('ry')];
    path.ellipse(at('cx'), at('cy'), rx, ry, 0, 0, 2 * Math.PI);
  }
  return path;
}
