import { expect, it } from 'vitest';
import type { DrawnGraph } from './drawn-graph.ts';
import { svgText } from './svg-text.ts';
import { csvText, dbtCommand, dotText, jsonText, mermaidText } from './text-formats.ts';

const node = (id: string, name: string) => ({
  id,
  name,
  type: 'model',
  code: 'MDL',
  status: 'success',
  lens: 'view',
  color: '#3564de',
  url: `https://x.test/models/${id}/`,
});
const graph: DrawnGraph = {
  nodes: [node('model.a.x', 'x'), node('m.y', '=y "z",<b>')],
  edges: [[0, 1]],
};

it('writes Mermaid, with quotes that stay within their labels', () => {
  expect(mermaidText(graph)).toBe(
    'flowchart LR\n  n0["x"]\n  n1["=y #quot;z#quot;,<b>"]\n  n0 --> n1\n',
  );
});

it('writes DOT by unique_id', () => {
  expect(dotText(graph)).toContain('"m.y" [label="=y \\"z\\",<b>", color="#3564de"];');
  expect(dotText(graph)).toContain('"model.a.x" -> "m.y";');
});

it('writes CSV in which no name becomes a formula', () => {
  expect(csvText(graph).split('\r\n')[2]).toBe(
    `m.y,"'=y ""z"",<b>",model,success,view,model.a.x,https://x.test/models/m.y/`,
  );
});

it('writes JSON with edges by unique_id', () => {
  expect(JSON.parse(jsonText(graph))).toMatchObject({ edges: [{ from: 'model.a.x', to: 'm.y' }] });
});

it('writes the dbt command, quoted for shells', () => {
  expect(dbtCommand('1+orders+2', [])).toBe("dbt ls --select '1+orders+2'");
  expect(dbtCommand('a --exclude b', ['c'])).toBe("dbt ls --select 'a' --exclude 'b c'");
  expect(dbtCommand('', ["it's", 'b'])).toBe(String.raw`dbt ls --exclude 'it'\''s b'`);
});

it('draws an SVG whose texts are text', () => {
  const box = { x: 0, y: 0, width: 208, height: 32 };
  const svg = svgText(
    graph,
    {
      width: 500,
      height: 32,
      boxes: [box, { ...box, x: 264 }],
      pieces: [{ x1: 208, y1: 16, x2: 264, y2: 16 }],
      regions: [],
    },
    { paper: '#fff', surface: '#eee', line: '#ccc', edge: '#888', ink: '#000', muted: '#555' },
  );
  expect(svg).toContain('<path d="M208 16C236 16 236 16 264 16"/>');
  expect(svg).toContain('=y &quot;z&quot;,&lt;b&gt;');
  expect(svg).toContain('<a href="https://x.test/models/model.a.x/">');
});
