import type { Host } from './host.ts';
import { handleAt } from './stage/handles.ts';
import type { Stage } from './stage/stage.ts';

/** What the pointer does: choosing, hovering, opening regions, panning by wheel. sigma drags and pinches. */
export function followPointer(host: Host, stage: Stage, canvas: HTMLElement): void {
  const placeOf = (event: PointerEvent): { x: number; y: number } => {
    const { left, top } = canvas.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  };
  const hover = (event: PointerEvent): void => {
    if (event.buttons !== 0 || event.pointerType === 'touch') return;
    const { x, y } = placeOf(event);
    const node = stage.nodeAt(x, y);
    const isHandle = handleAt(stage, x, y) !== null;
    canvas.style.cursor = node !== null || isHandle ? 'pointer' : '';
    host.hover(node);
  };
  const leave = (): void => {
    host.hover(null);
  };
  canvas.addEventListener('pointermove', hover);
  canvas.addEventListener('pointerleave', leave);

  const click = (x: number, y: number): void => {
    const handle = handleAt(stage, x, y);
    if (handle !== null) {
      host.toggle(handle.node, handle.side);
      return;
    }
    const node = stage.nodeAt(x, y);
    if (node !== null) {
      host.choose(node);
      return;
    }
    const region = regionAt(stage, x, y);
    // From afar a region opens; near by, empty space lets go.
    if (region !== null && stage.view().scale < 0.3) stage.fit(region);
    else if (host.chosen !== null) host.choose(null);
  };
  const mouse = stage.sigma.getMouseCaptor();
  mouse.on('click', ({ x, y }) => click(x, y));
  mouse.on('doubleClick', (coordinates) => {
    const node = stage.nodeAt(coordinates.x, coordinates.y);
    if (node === null) return;
    coordinates.preventSigmaDefault();
    host.focus(node, '1+', '+1');
  });
  mouse.on('wheel', (coordinates) => {
    const event = coordinates.original;
    // As in maps and drawing tools: a wheel moves, with Ctrl (which pinching sends, too) it zooms.
    if (!(event instanceof WheelEvent) || event.ctrlKey || event.metaKey) return;
    // sigma 3.0.3 asks a copy of what its own preventSigmaDefault() marks, and would zoom as well.
    Object.assign(coordinates, { sigmaDefaultPrevented: true });
    event.preventDefault();
    const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 20 : 1;
    const [dx, dy] = event.shiftKey ? [event.deltaY, event.deltaX] : [event.deltaX, event.deltaY];
    stage.panBy(dx * unit, dy * unit, true);
  });
  stage.sigma.getTouchCaptor().on('tap', ({ previousTouches }) => {
    // The finger has left: where it was is told by the touches before.
    const [touch] = previousTouches;
    if (touch !== undefined) click(touch.x, touch.y);
  });
}

function regionAt(stage: Stage, windowX: number, windowY: number) {
  const { scale, left, top } = stage.view();
  const x = (windowX - left) / scale;
  const y = (windowY - top) / scale;
  return (
    stage.scene.regions.find(
      (region) =>
        region.count > 0 &&
        x >= region.x &&
        y >= region.y &&
        x <= region.x + region.width &&
        y <= region.y + region.height,
    ) ?? null
  );
}
