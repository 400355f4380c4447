/**
 * Measures our layout beside dagre, ELK and Graphviz (as wasm) on the same graphs: time, peak memory, crossings of edges
 * drawn as straight lines, and the shape of the drawing. Each run has a process and a time limit of its own.
 *
 *     node scripts/bench-layout.ts [nodes …] [--peers FOLDER] [--limit SECONDS]
 *
 * The peers are no dependencies of ours: FOLDER is one where `npm install @dagrejs/dagre elkjs @viz-js/viz` was run.
 * Without it only our own layout is measured, and the map of two levels.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { BOX_HEIGHT, BOX_WIDTH, RANK_GAP, ROW_GAP } from '../src/lineage/layout/box.ts';
import { layoutGraph } from '../src/lineage/layout/layout-graph.ts';
import { layoutMap } from '../src/lineage/layout/layout-map.ts';
import { drawnCrossings } from './bench/drawn-crossings.ts';
import { ENGINES, preparePeer } from './bench/layout-engines.mjs';
import { GRAPH_KINDS, makeGraph, type GraphKind } from './bench/layout-graphs.ts';

/** Beyond so many edges pairs are too many to compare. */
const MOST_COMPARED = 60_000;
/** Nodes of a folder in a project as they usually are. */
const FOLDER = 200;

const { values, positionals } = parseArgs({
  options: {
    peers: { type: 'string' },
    limit: { type: 'string', default: '120' },
    one: { type: 'string' },
  },
  allowPositionals: true,
});

if (values.one !== undefined) await measure(values.one, values.peers ?? '.');
else {
  const counts = positionals.length > 0 ? positionals.map(Number) : [300, 1000, 10_000, 50_000];
  const engines = ['map', ...(values.peers === undefined ? ['own'] : ENGINES)];
  process.stdout.write('graph      nodes  engine        ms   cpu ms     MB   crossings  aspect\n');
  for (const kind of GRAPH_KINDS)
    for (const count of counts) for (const engine of engines) run(kind, count, engine);
}

function run(kind: GraphKind, count: number, engine: string): void {
  const peers = values.peers === undefined ? [] : ['--peers', values.peers];
  const script = fileURLToPath(import.meta.url);
  const child = spawnSync(
    process.execPath,
    ['--max-old-space-size=4096', script, '--one', `${kind},${count},${engine}`, ...peers],
    { encoding: 'utf8', timeout: Number(values.limit) * 1000 },
  );
  const label = `${kind.padEnd(9)}${String(count).padStart(7)}  ${engine.padEnd(6)}`;
  const why = child.error === undefined ? 'failed' : `not within ${values.limit} s`;
  process.stdout.write(`${label}${child.status === 0 ? child.stdout : `  ${why}\n`}`);
}

/** One engine on one graph, in this process. */
async function measure(what: string, peers: string): Promise<void> {
  const [kindName = '', countText = '', engine = ''] = what.split(',');
  const kind = GRAPH_KINDS.find((name) => name === kindName) ?? 'project';
  const parents = makeGraph(kind, Number(countText));
  const layout =
    engine === 'map'
      ? () => Promise.resolve(mapOf(parents))
      : engine === 'own'
        ? () => Promise.resolve(layoutGraph(parents))
        : await preparePeer(engine, peers, {
            width: BOX_WIDTH,
            height: BOX_HEIGHT,
            rowGap: ROW_GAP,
            rankGap: RANK_GAP,
          });
  const before = process.cpuUsage();
  const began = performance.now();
  const { x, y } = await layout(parents);
  const ms = performance.now() - began;
  const { user, system } = process.cpuUsage(before);
  const rss = process.resourceUsage().maxRSS / 1024;
  const edges = parents.reduce((sum, list) => sum + list.length, 0);
  const crossings = edges > MOST_COMPARED ? '–' : String(drawnCrossings(parents, x, y));
  const width = extent(x) + BOX_WIDTH;
  const height = extent(y) + BOX_HEIGHT;
  process.stdout.write(
    [
      ms.toFixed(0).padStart(8),
      ((user + system) / 1000).toFixed(0).padStart(8),
      rss.toFixed(0).padStart(6),
      crossings.padStart(11),
      (width / height).toFixed(2).padStart(7),
    ].join(' ') + '\n',
  );
}

function mapOf(parents: readonly (readonly number[])[]) {
  const region = parents.map((_, node) => Math.floor(node / FOLDER));
  const map = layoutMap(parents, region, Math.ceil(parents.length / FOLDER));
  return {
    x: [...map.x].map((x, node) => x + (map.regions[region[node] ?? 0]?.x ?? 0)),
    y: [...map.y].map((y, node) => y + (map.regions[region[node] ?? 0]?.y ?? 0)),
  };
}

function extent(places: ArrayLike<number>): number {
  let least = Infinity;
  let most = -Infinity;
  for (let at = 0; at < places.length; at++) {
    least = Math.min(least, places[at] ?? 0);
    most = Math.max(most, places[at] ?? 0);
  }
  return most - least;
}
