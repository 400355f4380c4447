import { type DrawnGraph, type DrawnPlaces } from '../../lineage/explorer/export/drawn-graph.ts';
import { svgText } from '../../lineage/explorer/export/svg-text.ts';
import {
  csvText,
  dbtCommand,
  dotText,
  jsonText,
  mermaidText,
} from '../../lineage/explorer/export/text-formats.ts';
import { inducedParents } from '../../lineage/layout/components.ts';
import { boxOf, graphScene, type Scene } from '../../lineage/explorer/scene.ts';
import { LINEAGE } from '../../messages/lineage.ts';
import { announce } from '../live-region.ts';
import { showToast } from '../toast.ts';
import type { Host } from './host.ts';
import { button, make } from './markup.ts';
import { paintPng } from './paint-png.ts';
import { nodeSelector } from './selectors.ts';

const words = LINEAGE.export;

/** Everything that is shown, as a file, or as the command that has dbt list it. */
export function makeExportMenu(host: Host): HTMLElement {
  const entry = (label: string, act: () => void): HTMLElement =>
    button(label, act, { class: 'lx-button' });
  const drawn = (): DrawnGraph => drawnGraph(host);
  return make(
    'details',
    { class: 'lx-set' },
    make('summary', { text: words.label }),
    make(
      'div',
      { class: 'lx-buttons lx-exports' },
      entry(words.formats.svg, () => {
        save(svgText(drawn(), drawnPlaces(host), svgColors(host)), 'svg', 'image/svg+xml');
      }),
      entry(words.formats.png, () => void savePng(host)),
      entry(words.formats.mermaid, () => save(mermaidText(drawn()), 'mmd', 'text/plain')),
      entry(words.formats.dot, () => save(dotText(drawn()), 'dot', 'text/plain')),
      entry(words.formats.csv, () => save(csvText(drawn()), 'csv', 'text/csv')),
      entry(words.formats.json, () => save(jsonText(drawn()), 'json', 'application/json')),
      entry(words.command, () => void copyCommand(host)),
    ),
  );
}

function drawnGraph(host: Host): DrawnGraph {
  const { data, shown, legend } = host;
  return {
    nodes: shown.map((node) => {
      const href = data.hrefOf(node);
      return {
        id: data.ids[node] ?? '',
        name: data.names[node] ?? '',
        type: data.typeNames[data.types[node] ?? 0] ?? '',
        code: host.codeOf(node),
        status: host.statusOf(node)?.word ?? null,
        lens: legend.entries[legend.entryOf(node)]?.label ?? '',
        color: host.colorOf(node),
        url: href === null ? null : new URL(href, location.href).href,
      };
    }),
    edges: inducedParents(shown, data.parents).flatMap((list, to) =>
      list.map((from): [number, number] => [from, to]),
    ),
  };
}

/** What is drawn; while the list is shown, what would be. */
function sceneOf({ scene, shown, data }: Host): Scene {
  return scene ?? graphScene(shown, data.parents);
}

function drawnPlaces(host: Host): DrawnPlaces {
  const { shown } = host;
  const scene = sceneOf(host);
  const { width, height, pieces, regions } = scene;
  const boxes = shown.map((node) => boxOf(scene, node) ?? { x: 0, y: 0, width: 0, height: 0 });
  return { width, height, pieces, regions, boxes };
}

function svgColors({ palette }: Host) {
  return {
    paper: palette.of('bg'),
    surface: palette.of('surface'),
    line: palette.of('line'),
    edge: palette.of('control'),
    ink: palette.of('ink'),
    muted: palette.of('ink-3'),
  };
}

function save(content: string | Blob, extension: string, type: string): void {
  const blob = typeof content === 'string' ? new Blob([content], { type }) : content;
  const href = URL.createObjectURL(blob);
  make('a', { attributes: { href, download: `lineage.${extension}` } }).click();
  setTimeout(() => URL.revokeObjectURL(href), 1000);
}

async function savePng(host: Host): Promise<void> {
  const blob = await paintPng(host, sceneOf(host));
  if (blob !== null) save(blob, 'png', 'image/png');
}

async function copyCommand(host: Host): Promise<void> {
  const { data, state, shown, selected } = host;
  const left = new Set(shown);
  const exclude = selected.nodes
    .filter((node) => !left.has(node))
    .map((node) => nodeSelector(data, node));
  const command = dbtCommand(state.select, exclude);
  try {
    await navigator.clipboard.writeText(command);
    announce(words.copied);
    showToast(words.copied);
  } catch {
    window.prompt(words.command, command);
  }
}
