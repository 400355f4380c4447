/** The ways to look at the lineage. */
export const VIEWS = ['map', 'graph', 'list'] as const;
export type ExplorerView = (typeof VIEWS)[number];

/** What a map is divided by. */
export const GROUPINGS = ['folder', 'package', 'layer', 'schema', 'owner'] as const;
export type MapGrouping = (typeof GROUPINGS)[number];

/** Where the camera looks: the middle of the window in CSS pixels at full size, and how much of that size is seen. */
export interface CameraPlace {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

/** Everything that a reader made of the lineage. All of it stands in the URL, so that a link shows the same. */
export interface ExplorerState {
  /** In dbt's selector language; empty for everything. */
  readonly select: string;
  /** unique_id of the node that is looked at; null for none. */
  readonly node: string | null;
  /** null where the reader has not chosen. */
  readonly view: ExplorerView | null;
  readonly lens: string;
  /** Entries of the legend that are switched off. */
  readonly off: readonly string[];
  /** Resource types that are switched off. */
  readonly hide: readonly string[];
  readonly group: MapGrouping;
  /** What is folded away: `+<unique_id>` for what is only above a node, `<unique_id>+` for what is only below. */
  readonly folded: readonly string[];
  readonly camera: CameraPlace | null;
}

export const PRISTINE: ExplorerState = {
  select: '',
  node: null,
  view: null,
  lens: 'type',
  off: [],
  hide: [],
  group: 'folder',
  folded: [],
  camera: null,
};

/** Reads a state out of `location.search`. What makes no sense is as if it weren't there. */
export function readExplorerState(search: string): ExplorerState {
  const params = new URLSearchParams(search);
  return {
    select: (params.get('select') ?? '').trim(),
    node: params.get('node'),
    view: VIEWS.find((view) => view === params.get('view')) ?? null,
    lens: params.get('lens') ?? PRISTINE.lens,
    off: params.getAll('off'),
    hide: (params.get('hide') ?? '').split(',').filter((type) => type !== ''),
    group: GROUPINGS.find((group) => group === params.get('by')) ?? PRISTINE.group,
    folded: params.getAll('fold'),
    camera: readCamera(params.get('at')),
  };
}

/** A state as the part of a URL from `?` on; empty when nothing differs from the lineage as it opens. */
export function writeExplorerState(state: ExplorerState): string {
  const params = new URLSearchParams();
  if (state.select.trim() !== '') params.set('select', state.select.trim());
  if (state.node !== null) params.set('node', state.node);
  if (state.view !== null) params.set('view', state.view);
  if (state.lens !== PRISTINE.lens) params.set('lens', state.lens);
  for (const value of state.off) params.append('off', value);
  if (state.hide.length > 0) params.set('hide', state.hide.join(','));
  if (state.group !== PRISTINE.group) params.set('by', state.group);
  for (const value of state.folded) params.append('fold', value);
  if (state.camera !== null) params.set('at', writeCamera(state.camera));
  // These need no escape in a query, and people read them. A plus must stay escaped, or it would be a space.
  const text = params
    .toString()
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%2F', '/');
  return text === '' ? '' : `?${text}`;
}

function readCamera(text: string | null): CameraPlace | null {
  const [x, y, zoom] = (text ?? '').split(',').map((part) => (part === '' ? NaN : Number(part)));
  if (x === undefined || y === undefined || zoom === undefined) return null;
  return [x, y, zoom].every(Number.isFinite) && zoom > 0 ? { x, y, zoom } : null;
}

function writeCamera({ x, y, zoom }: CameraPlace): string {
  return `${Math.round(x)},${Math.round(y)},${Number(zoom.toPrecision(3))}`;
}
