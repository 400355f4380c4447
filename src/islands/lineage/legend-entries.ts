import { LINEAGE } from '../../messages/lineage.ts';
import type { LensView } from '../../view/lineage/lens.ts';
import { typeWord } from '../../view/format-type.ts';
import type { StatusView } from '../../view/status-view.ts';
import type { GraphData } from './graph-data.ts';
import type { Palette } from './palette.ts';

/** One entry of the legend of the lens that is on. */
export interface LegendEntry {
  /** Stands in the URL when the entry is switched off. */
  readonly key: string;
  readonly label: string;
  readonly color: string;
  /** The shape of a status; null for anything else. */
  readonly kind: StatusView['kind'] | null;
}

/** What the lens that is on says of the nodes. */
export interface Legend {
  readonly entries: readonly LegendEntry[];
  /** Index into `entries`. */
  readonly entryOf: (node: number) => number;
}

const UNKNOWN = 'unknown';

/** Upper ends of the ranges of durations, in seconds. */
const DURATIONS = [1, 10, 60, 300, Infinity] as const;

const HEALTH_KINDS: ReadonlyMap<string, StatusView['kind']> = new Map([
  ['healthy', 'success'],
  ['caution', 'warn'],
  ['degraded', 'error'],
  ['unknown', 'none'],
]);

/** The legend of resource types. */
export function typeLegend(data: GraphData, palette: Palette): Legend {
  return {
    entries: data.typeNames.map((type) => ({
      key: type,
      label: typeWord(type),
      color: palette.type(type),
      kind: null,
    })),
    entryOf: (node) => data.types[node] ?? 0,
  };
}

/** The legend of a lens. What it knows nothing of is its last entry. */
export function lensLegend(view: LensView, palette: Palette): Legend {
  const known = view.unit === 'seconds' ? durationEntries(palette) : valueEntries(view, palette);
  const unknown: LegendEntry = {
    key: UNKNOWN,
    label: LINEAGE.unknown,
    color: palette.of('control'),
    kind: null,
  };
  const last = known.length;
  return {
    entries: [...known, unknown],
    entryOf: (node) => {
      const value = view.nodes[node] ?? null;
      if (value === null) return last;
      return view.unit === 'seconds' ? DURATIONS.findIndex((end) => value < end) : value;
    },
  };
}

function durationEntries(palette: Palette): LegendEntry[] {
  return DURATIONS.map((_, index) => ({
    key: LINEAGE.durations[index] ?? '',
    label: LINEAGE.durations[index] ?? '',
    color: palette.ramp(index / (DURATIONS.length - 1)),
    kind: null,
  }));
}

function valueEntries({ lens, values }: LensView, palette: Palette): LegendEntry[] {
  return values.map(({ value, kind }, index) => {
    const meaning = lens === 'health' ? (HEALTH_KINDS.get(value) ?? null) : kind;
    return {
      key: value,
      label: value,
      color:
        lens === 'color'
          ? value
          : meaning === null
            ? palette.category(index)
            : palette.status(meaning),
      kind: meaning,
    };
  });
}
