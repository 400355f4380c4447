import type { ExplorerState, ExplorerView } from '../../lineage/explorer/explorer-state.ts';
import type { Scene } from '../../lineage/explorer/scene.ts';
import type { IconName } from '../../styles/icons.ts';
import type { StatusView } from '../../view/status-view.ts';
import type { Selected } from './explorer-model.ts';
import type { GraphData } from './graph-data.ts';
import type { Legend } from './legend-entries.ts';
import type { SelectableData } from './selectable-data.ts';
import type { Palette } from './palette.ts';

/** How a change of state stands in the history: as a place to go back to, or in place of the last. */
export type Step = 'push' | 'replace';

/** The explorer, as its parts know it: what is shown now, and what they may ask for. */
export interface Host {
  readonly data: GraphData;
  readonly state: ExplorerState;
  readonly palette: Palette;
  readonly legend: Legend;
  readonly selected: Selected;
  /** Nodes in sight, ascending. */
  readonly shown: readonly number[];
  /** null while the list is shown. */
  readonly scene: Scene | null;
  readonly view: ExplorerView;
  /** False where there is no WebGL. */
  readonly canDraw: boolean;
  readonly chosen: number | null;
  /** What is chosen is shown where it is, and brought into sight soon. */
  readonly isArriving: boolean;
  change(next: Partial<ExplorerState>, step?: Step): void;
  choose(node: number | null, step?: Step): void;
  /** `up` and `down` as dbt writes them: `2+`, `+`, empty. */
  focus(node: number, up: string, down: string): void;
  /** Shows the neighbours of a node, or folds them away. */
  toggle(node: number, side: 'up' | 'down'): void;
  open(node: number): void;
  hover(node: number | null): void;
  codeOf(node: number): string;
  iconOf(node: number): IconName;
  colorOf(node: number): string;
  statusOf(node: number): StatusView | null;
  /** What expressions are answered from; null when it can't be loaded. */
  loadSelectables(withTests?: boolean): Promise<SelectableData | null>;
  /** The camera has moved. */
  rest(): void;
  giveUp(why: string): void;
}
