import { readExpression, writeExpression } from '../expression.ts';
import type { DrawnGraph } from './drawn-graph.ts';

/** A flowchart for Mermaid, which Markdown on GitHub, GitLab and Notion draws. */
export function mermaidText({ nodes, edges }: DrawnGraph): string {
  const lines = [
    'flowchart LR',
    // The quote is the one character that a quoted label can't hold.
    ...nodes.map(({ name }, at) => `  n${at}["${name.replaceAll('"', '#quot;')}"]`),
    ...edges.map(([from, to]) => `  n${from} --> n${to}`),
  ];
  return `${lines.join('\n')}\n`;
}

/** A digraph for Graphviz. */
export function dotText({ nodes, edges }: DrawnGraph): string {
  const quoted = (text: string): string => `"${text.replace(/["\\]/g, '\\$&')}"`;
  const lines = [
    'digraph lineage {',
    '  rankdir=LR;',
    '  node [shape=box];',
    ...nodes.map(
      ({ id, name, color }) => `  ${quoted(id)} [label=${quoted(name)}, color=${quoted(color)}];`,
    ),
    ...edges.map(
      ([from, to]) => `  ${quoted(nodes[from]?.id ?? '')} -> ${quoted(nodes[to]?.id ?? '')};`,
    ),
    '}',
  ];
  return `${lines.join('\n')}\n`;
}

/** A row a node, for spreadsheets. */
export function csvText({ nodes, edges }: DrawnGraph): string {
  const parents: string[][] = nodes.map(() => []);
  for (const [from, to] of edges) parents[to]?.push(nodes[from]?.id ?? '');
  const rows = [
    ['unique_id', 'name', 'resource_type', 'status', 'lens', 'parents', 'url'],
    ...nodes.map(({ id, name, type, status, lens, url }, at) => [
      id,
      name,
      type,
      status ?? '',
      lens,
      (parents[at] ?? []).join(' '),
      url ?? '',
    ]),
  ];
  return rows.map((row) => row.map(csvCell).join(',')).join('\r\n') + '\r\n';
}

/** Quoted where it must be; what a spreadsheet would take for a formula stays text. */
function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Nodes and edges for programs. */
export function jsonText({ nodes, edges }: DrawnGraph): string {
  const data = {
    nodes: nodes.map(({ id, name, type, status, url }) => ({
      unique_id: id,
      name,
      resource_type: type,
      status,
      url,
    })),
    edges: edges.map(([from, to]) => ({ from: nodes[from]?.id, to: nodes[to]?.id })),
  };
  return `${JSON.stringify(data, null, 2)}\n`;
}

/** The command with which dbt lists what is shown. Shells leave single quotes alone. */
export function dbtCommand(expression: string, hidden: readonly string[]): string {
  const { include, exclude } = readExpression(expression);
  const [select, left] = [writeExpression(include, ''), writeExpression(exclude, '')];
  const quoted = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`;
  return [
    'dbt ls',
    ...(select === '' ? [] : [`--select ${quoted(select)}`]),
    ...(left === '' && hidden.length === 0
      ? []
      : [`--exclude ${quoted([...(left === '' ? [] : [left]), ...hidden].join(' '))}`]),
  ].join(' ');
}
