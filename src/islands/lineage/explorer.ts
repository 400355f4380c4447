import { type ExplorerState, writeExplorerState } from '../../lineage/explorer/explorer-state.ts';
import { asksOfTests } from '../../lineage/explorer/select-nodes.ts';
import type { Scene } from '../../lineage/explorer/scene.ts';
import { LINEAGE } from '../../messages/lineage.ts';
import type { IconName } from '../../styles/icons.ts';
import { typeCode, typeWord } from '../../view/format-type.ts';
import type { LensId, LensView } from '../../view/lineage/lens.ts';
import type { StatusView } from '../../view/status-view.ts';
import { announce } from '../live-region.ts';
import { makeAddress } from './address.ts';
import { type Details, makeDetails } from './details.ts';
import {
  buildScene,
  findSelected,
  findShown,
  highlightOf,
  hoverOf,
  readState,
  sameNodes,
  type Selected,
  viewOf,
} from './explorer-model.ts';
import { makeFollower } from './follower.ts';
import { fetchLens, type GraphData } from './graph-data.ts';
import type { Host, Step } from './host.ts';
import { type Legend, lensLegend, typeLegend } from './legend-entries.ts';
import { make } from './markup.ts';
import { markedText } from './marked-text.ts';
import { makeNodeList, type NodeList } from './node-list.ts';
import { type Palette, readPalette } from './palette.ts';
import { makeRail, type Rail } from './rail.ts';
import { openStage, type StageView } from './stage-view.ts';
import { typeIcon } from './type-icon.ts';
import { fetchSelectables, type SelectableData } from './selectable-data.ts';
import { nodeSelector, widened } from './selectors.ts';

/** So long after the first drawing the browser has nothing to do. Milliseconds. */
const REST = 400;

/** The explorer: a state that stands in the URL, and everything that shows it. */
export class Explorer implements Host {
  readonly data: GraphData;
  readonly root: HTMLElement;
  readonly #main = make('div', { class: 'lx-main' });
  readonly #note = make('p', { class: 'lx-note', attributes: { role: 'status' } });
  readonly #rail: Rail;
  readonly #details: Details;
  readonly #list: NodeList;
  readonly #lensViews = new Map<LensId, LensView>();
  #stage: StageView | null = null;
  #webGlProblem: string | null = null;
  #palette: Palette = readPalette();
  #legend: Legend;
  /** What the legend was made of. */
  #colors: { readonly lens: LensView | null; readonly palette: Palette } | null = null;
  #scene: Scene | null = null;
  #selected: Selected = {
    nodes: [],
    seeds: new Set(),
    error: null,
    unmatched: null,
    isNothing: false,
  };
  #selectables: SelectableData | null = null;
  /** What was selected, and from what. */
  #found: { readonly select: string; readonly selectables: SelectableData | null } | null = null;
  readonly #href: string;
  #shown: readonly number[] = [];
  #hovered: number | null = null;
  #cameraTimer = 0;
  /** Where the camera was put last, or came to rest. */
  #camera: ExplorerState['camera'] = null;
  // Where something has to be brought to is known once details have taken their room.
  readonly #follower = makeFollower((node) => {
    this.#stage?.settle();
    if (node !== null && node === this.chosen) this.#stage?.reveal(node);
  });
  readonly #address = makeAddress();
  state: ExplorerState;

  /** @param href address of the graph's file */
  constructor(root: HTMLElement, data: GraphData, href: string) {
    this.#href = href;
    this.root = root;
    this.data = data;
    this.state = readState(this.data, location.search);
    this.#legend = typeLegend(data, this.#palette);
    this.#rail = makeRail(this);
    this.#details = makeDetails(this);
    this.#list = makeNodeList(this);
    this.#main.append(this.#note);
    root.replaceChildren(this.#rail.element, this.#main, this.#details.element);
    addEventListener('popstate', () => {
      this.#address.drop();
      this.state = readState(this.data, location.search);
      announce(this.chosen === null ? '' : this.describe(this.chosen));
      void this.#update(null);
    });
    const recolor = (): void => {
      this.#palette = readPalette();
      void this.#update(null);
    };
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', recolor);
    new MutationObserver(recolor).observe(document.documentElement, {
      attributeFilter: ['data-theme'],
    });
  }

  get palette(): Palette {
    return this.#palette;
  }
  get legend(): Legend {
    return this.#legend;
  }
  get scene(): Scene | null {
    return this.#scene;
  }
  get selected(): Selected {
    return this.#selected;
  }
  get shown(): readonly number[] {
    return this.#shown;
  }
  get view(): 'map' | 'graph' | 'list' {
    return this.#webGlProblem === null ? viewOf(this.state, this.data.ids.length) : 'list';
  }
  get canDraw(): boolean {
    return this.#webGlProblem === null;
  }
  get isArriving(): boolean {
    return this.#follower.isWaiting;
  }
  get chosen(): number | null {
    return this.state.node === null ? null : (this.data.indexOf.get(this.state.node) ?? null);
  }

  /** Shows the state that the URL holds. */
  async start(): Promise<void> {
    await this.#update(null);
    // What boxes say besides their names, once they are there.
    await this.#lens('status');
    this.#repaint();
    if (this.view !== 'list' && this.chosen === null)
      setTimeout(() => this.#details.makeReady(this.#shown, this.#main), REST);
  }

  /** Changes the state. A place to look from belongs to what was shown before, and goes with it. */
  change(next: Partial<ExplorerState>, step: Step = 'push'): void {
    const keepsPlace = !['select', 'view', 'group', 'hide', 'off', 'folded'].some(
      (key) => key in next,
    );
    this.state = { ...this.state, ...(keepsPlace ? {} : { camera: null }), ...next };
    void this.#update(step);
  }

  /** Chooses a node: shows what is up- and downstream of it, and tells about it. */
  choose(node: number | null, step: Step = 'push'): void {
    this.#follower.catchUp();
    this.state = { ...this.state, node: node === null ? null : (this.data.ids[node] ?? null) };
    announce(node === null ? '' : this.describe(node));
    this.#follower.follow(node);
    void this.#update(step).then(() => this.#stage?.stage.drawNow());
  }

  /** Selects what lies around a node, as far as said: `1+orders+1`. */
  focus(node: number, up: string, down: string): void {
    this.change({
      select: `${up}${nodeSelector(this.data, node)}${down}`,
      node: this.data.ids[node] ?? null,
      folded: [],
      view: this.view === 'list' ? 'list' : null,
    });
  }

  /** Shows the neighbours of a node, too, or folds them away again. */
  toggle(node: number, side: 'up' | 'down'): void {
    const { data, state } = this;
    const id = data.ids[node] ?? '';
    const fold = side === 'up' ? `+${id}` : `${id}+`;
    const neighbours = (side === 'up' ? data.parents : data.children)[node] ?? [];
    const shown = new Set(this.#shown);
    if (neighbours.every((other) => shown.has(other)) && neighbours.length > 0)
      this.change({ folded: [...state.folded, fold] });
    else if (state.folded.includes(fold))
      this.change({ folded: state.folded.filter((other) => other !== fold) });
    else this.change({ select: widened(data, state.select, node, side) });
  }

  open(node: number): void {
    const href = this.data.hrefOf(node);
    this.#address.flush();
    if (href !== null) location.assign(href);
  }

  hover(node: number | null): void {
    if (node === this.#hovered) return;
    this.#hovered = node;
    if (this.#scene !== null) this.#stage?.hover(this.#hoverNow(this.#scene));
  }

  /** `fct_orders, model, error, 4 parents, 9 children` */
  describe(node: number): string {
    const { data } = this;
    return LINEAGE.node.said(
      data.names[node] ?? '',
      typeWord(data.typeNames[data.types[node] ?? 0] ?? ''),
      this.statusOf(node)?.word ?? null,
      data.parents[node]?.length ?? 0,
      data.children[node]?.length ?? 0,
    );
  }

  codeOf(node: number): string {
    return typeCode(this.data.typeNames[this.data.types[node] ?? 0] ?? '');
  }

  iconOf(node: number): IconName {
    return typeIcon(this.data.typeNames[this.data.types[node] ?? 0] ?? '');
  }

  colorOf(node: number): string {
    return this.#legend.entries[this.#legend.entryOf(node)]?.color ?? '#808080';
  }

  statusOf(node: number): StatusView | null {
    const view = this.#lensViews.get('status');
    const value = view?.values[view.nodes[node] ?? -1];
    return value === undefined ? null : { word: value.value, kind: value.kind ?? 'none' };
  }

  /** The camera came to rest: the place where it looks from is kept in the URL. */
  rest(): void {
    clearTimeout(this.#cameraTimer);
    this.#cameraTimer = window.setTimeout(() => {
      if (this.#stage === null) return;
      this.#camera = this.#stage.place();
      this.state = { ...this.state, camera: this.#camera };
      this.#address.write(location.pathname + writeExplorerState(this.state), 'replace');
    }, 400);
  }

  async #lens(lens: string): Promise<LensView | null> {
    const known = [...this.#lensViews.values()].find((view) => view.lens === lens);
    if (known !== undefined) return known;
    for (const [id, href] of this.data.lenses) {
      if (id !== lens) continue;
      const view = await fetchLens(href);
      this.#lensViews.set(id, view);
      return view;
    }
    return null;
  }

  async #update(step: Step | null): Promise<void> {
    const { state, data } = this;
    if (step !== null) {
      clearTimeout(this.#cameraTimer);
      this.#address.write(location.pathname + writeExplorerState(state), step);
    }
    const lens = state.lens === 'type' ? null : await this.#lens(state.lens);
    const groupLens = await this.#lens(state.group);
    if (state.select !== '') await this.loadSelectables(asksOfTests(state.select));
    // Something else was asked for in the meantime.
    if (state !== this.state) return;
    const isRecolored = lens !== this.#colors?.lens || this.#palette !== this.#colors.palette;
    this.#colors = { lens, palette: this.#palette };
    if (isRecolored)
      this.#legend =
        lens === null ? typeLegend(data, this.#palette) : lensLegend(lens, this.#palette);
    if (state.select !== this.#found?.select || this.#selectables !== this.#found.selectables)
      this.#selected = findSelected(data, state, this.#selectables);
    this.#found = { select: state.select, selectables: this.#selectables };
    const shown = findShown(data, state, this.#selected, this.#legend);
    this.#details.show(this.chosen);
    this.#draw(shown, groupLens, isRecolored);
    this.#rail.show();
    this.#say();
  }

  /** Lays out again only what has changed. */
  #draw(shown: readonly number[], groupLens: LensView | null, isRecolored: boolean): void {
    const { view } = this;
    const isSame =
      this.#scene !== null &&
      this.#scene.kind === view &&
      sameNodes(shown, this.#shown) &&
      this.#group === this.state.group;
    const isSameList = this.#listed && sameNodes(shown, this.#shown);
    this.#listed = view === 'list';
    this.#shown = shown;
    this.#group = this.state.group;
    this.root.dataset['view'] = view;
    if (view === 'list' || shown.length === 0) {
      this.#stage?.close();
      this.#stage = null;
      this.#scene = null;
      this.#list.show(view === 'list' ? shown : [], !isSameList);
      if (!this.#list.element.isConnected) this.#main.append(this.#list.element);
      return;
    }
    this.#list.element.remove();
    const scene =
      isSame && this.#scene !== null ? this.#scene : this.#layOut(shown, view, groupLens);
    this.#scene = scene;
    if (this.#stage === null) {
      try {
        this.#stage = openStage(this, this.#main, scene);
      } catch {
        this.giveUp(LINEAGE.noWebGl);
        return;
      }
      this.#stage.show(scene, this.#highlightNow(scene));
    } else if (isSame) {
      if (isRecolored) this.#stage.recolor();
      this.#stage.stage.setHighlight(this.#highlightNow(scene));
    } else this.#stage.show(scene, this.#highlightNow(scene));
    this.#stage.hover(this.#hoverNow(scene));
    const { camera } = this.state;
    if (camera !== this.#camera || (camera !== null && !isSame)) {
      // What is in the middle depends on the room that details leave.
      this.#stage.settle();
      if (camera !== null) this.#stage.stage.lookFrom(camera, !isSame);
      else if (isSame) this.#stage.goHome();
    }
    this.#camera = camera;
  }
  #group = '';
  #listed = false;

  #layOut(shown: readonly number[], view: 'map' | 'graph', groupLens: LensView | null): Scene {
    const start = performance.now();
    const scene = buildScene(this.data, shown, view, this.state.group, groupLens);
    performance.measure('lineage-layout', { start });
    return scene;
  }

  /** There is nothing to draw on: the list takes over. */
  giveUp(why: string): void {
    this.#webGlProblem = why;
    this.#stage?.close();
    this.#stage = null;
    void this.#update(null);
  }

  #highlightNow(scene: Scene) {
    return highlightOf(this.data, scene, this.chosen, this.#selected.seeds);
  }

  #hoverNow(scene: Scene) {
    return hoverOf(this.data, scene, this.chosen, this.#hovered);
  }

  #repaint(): void {
    this.#stage?.stage.retext();
    this.#details.show(this.chosen);
    if (this.view === 'list') this.#list.show(this.#shown, true);
  }

  #say(): void {
    const { node } = this.state;
    const problems = [
      this.#webGlProblem,
      this.#problem(),
      node !== null && this.chosen === null ? LINEAGE.select.unknownNode(node) : null,
      this.#shown.length === 0 ? LINEAGE.select.nothing : null,
    ].filter((text) => text !== null);
    const { error } = this.#selected;
    this.#note.replaceChildren(
      problems.join(' '),
      ...(error === null ? [] : [markedText(this.state.select, error)]),
    );
    this.#note.hidden = problems.length === 0;
  }

  #problem(): string | null {
    const { error, unmatched, isNothing } = this.#selected;
    if (error !== null) return [error.message, error.hint].filter(Boolean).join(' ');
    if (unmatched !== null) return LINEAGE.select.unknown(unmatched);
    if (!isNothing) return null;
    return asksOfTests(this.state.select) ? LINEAGE.select.onlyTests : LINEAGE.select.empty;
  }

  /** What expressions are answered from; null when it can't be loaded. */
  async loadSelectables(withTests = false): Promise<SelectableData | null> {
    const known = this.#selectables;
    if (known !== null && (known.hasTests || !withTests)) return known;
    try {
      this.#selectables = await fetchSelectables(this.data, this.#href, withTests);
    } catch {
      this.#note.textContent = LINEAGE.select.notLoaded;
      this.#note.hidden = false;
    }
    return this.#selectables;
  }
}
