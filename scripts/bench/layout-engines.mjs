import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

export const ENGINES = ['own', 'dagre', 'elk', 'dot'];

/**
 * Prepares an engine: what it needs is loaded before time is taken. The peers are no dependencies of ours and have
 * loose types or none, which is why this file is no TypeScript.
 *
 * @param {string} engine
 * @param {string} peers a folder in whose node_modules `@dagrejs/dagre`, `elkjs` and `@viz-js/viz` are installed
 * @param {{ width: number, height: number, rowGap: number, rankGap: number }} box
 * @returns {Promise<(parents: number[][]) => Promise<{ x: number[], y: number[] }>>}
 */
export async function preparePeer(engine, peers, box) {
  const { resolve } = createRequire(join(peers, 'package.json'));
  const load = (name) => import(pathToFileURL(resolve(name)).href);
  if (engine === 'dagre') return dagre(await load('@dagrejs/dagre'), box);
  if (engine === 'elk') return elk(await load('elkjs/lib/elk.bundled.js'), box);
  return dot(await load('@viz-js/viz'), box);
}

function edgesOf(parents) {
  return parents.flatMap((list, to) => list.map((from) => [String(from), String(to)]));
}

function dagre(loaded, box) {
  const library = loaded.default ?? loaded;
  return async (parents) => {
    const graph = new library.graphlib.Graph();
    graph.setGraph({ rankdir: 'LR', nodesep: box.rowGap, ranksep: box.rankGap });
    graph.setDefaultEdgeLabel(() => ({}));
    const { width, height } = box;
    parents.forEach((_, node) => graph.setNode(String(node), { width, height }));
    for (const [from, to] of edgesOf(parents)) graph.setEdge(from, to);
    library.layout(graph);
    const nodes = parents.map((_, node) => graph.node(String(node)));
    return { x: nodes.map(({ x }) => x - width / 2), y: nodes.map(({ y }) => y - height / 2) };
  };
}

function elk({ default: Elk }, box) {
  const engine = new Elk();
  return async (parents) => {
    const { width, height } = box;
    const { children } = await engine.layout({
      id: 'root',
      layoutOptions: {
        'elk.algorithm': 'layered',
        'elk.direction': 'RIGHT',
        'elk.spacing.nodeNode': String(box.rowGap),
        'elk.layered.spacing.nodeNodeBetweenLayers': String(box.rankGap),
      },
      children: parents.map((_, node) => ({ id: String(node), width, height })),
      edges: edgesOf(parents).map(([from, to], at) => ({
        id: `e${at}`,
        sources: [from],
        targets: [to],
      })),
    });
    return { x: children.map(({ x }) => x), y: children.map(({ y }) => y) };
  };
}

async function dot({ instance }, box) {
  const viz = await instance();
  return async (parents) => {
    const { width, height } = box;
    const { objects } = viz.renderJSON(
      {
        directed: true,
        graphAttributes: { rankdir: 'LR', nodesep: box.rowGap / 72, ranksep: box.rankGap / 72 },
        nodeAttributes: {
          shape: 'box',
          fixedsize: true,
          width: width / 72,
          height: height / 72,
          label: '',
        },
        nodes: parents.map((_, node) => ({ name: String(node) })),
        edges: edgesOf(parents).map(([tail, head]) => ({ tail, head })),
      },
      { engine: 'dot' },
    );
    const places = parents.map(() => [0, 0]);
    for (const { name, pos } of objects) places[Number(name)] = pos.split(',').map(Number);
    return { x: places.map(([x]) => x - width / 2), y: places.map(([, y]) => -y - height / 2) };
  };
}
