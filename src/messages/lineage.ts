import { formatNumber } from './format-number.ts';
import { plural } from './plural.ts';

/** Words of the lineage: lenses, the explorer, its list. */
export const LINEAGE = {
  title: 'Lineage',
  open: 'Open the graph',
  failed: 'The graph could not be loaded: the list below has everything.',
  noWebGl:
    'This browser draws no graphs (WebGL is missing), so here is the list. It can do the same.',
  lostWebGl:
    'The browser took the drawing away (WebGL was lost), so here is the list. It can do the same.',
  description: 'What feeds what, from the sources down',
  summary: (resources: number, edges: number, isCyclic: boolean) =>
    `${plural(resources, 'resource')}, ${plural(edges, 'dependency', 'dependencies')}${isCyclic ? '; some of them form a cycle' : ''}`,
  empty: { title: 'Nothing to show', text: 'The manifest has no resources.' },
  table: {
    caption: 'Lineage',
    name: 'Name',
    level: (level: number) => `level ${formatNumber(level)}`,
    dependsOn: 'Depends on',
    usedBy: 'Used by',
    nothing: 'nothing',
    above: 'Goes on below',
  },
  tests: {
    failing: 'failing',
    warning: 'warning',
    notRun: 'not run',
    passing: 'passing',
    none: 'no tests',
  },
  unknown: 'not known',
  durations: ['under 1 s', '1 to 10 s', '10 to 60 s', '1 to 5 min', 'over 5 min'],
  views: { label: 'View', map: 'Map', graph: 'Graph', list: 'List' },
  select: {
    label: 'Select',
    hint: 'A name, or dbt’s selectors: 1+orders+2 tag:daily',
    notLoaded: 'What selections are answered from could not be loaded, so everything is shown.',
    clear: 'Everything',
    unknown: (word: string) => `Nothing here matches “${word}”.`,
    empty: 'This selects nothing that the lineage shows, so everything is shown.',
    onlyTests:
      'This selects tests alone, which the lineage doesn’t show, so everything is shown. With 1+ before it, it selects what they test.',
    unknownNode: (id: string) => `${id} is not part of this lineage.`,
    shown: (shown: number, all: number) =>
      shown === all
        ? plural(all, 'resource')
        : `${formatNumber(shown)} of ${plural(all, 'resource')}`,
    nothing: 'Nothing is left to show. Switch something on again, or select something else.',
  },
  focus: {
    label: (name: string) => `Around ${name}`,
    one: '±1',
    two: '±2',
    all: 'All',
    up: 'Up',
    down: 'Down',
    titles: {
      one: 'One step up and down',
      two: 'Two steps up and down',
      all: 'Everything up- and downstream',
      up: 'Everything upstream',
      down: 'Everything downstream',
    },
  },
  lens: {
    label: 'Colour by',
    type: 'Type',
    materialized: 'Materialization',
    status: 'Last status',
    tests: 'Tests',
    freshness: 'Freshness',
    health: 'Health',
    owner: 'Owner',
    access: 'Access',
    layer: 'Layer',
    duration: 'Duration',
    schema: 'Schema',
    color: 'node_color',
    legend: 'Legend',
    more: (count: number) => `${formatNumber(count)} more`,
  },
  group: {
    label: 'Map by',
    folder: 'Folder',
    package: 'Package',
    layer: 'Layer',
    schema: 'Schema',
    owner: 'Owner',
  },
  types: 'Types',
  options: 'Options',
  zoom: { in: 'Zoom in', out: 'Zoom out', fit: 'Show everything', label: 'Zoom' },
  minimap: 'Overview: click to go there',
  canvas: {
    role: 'Graph of the lineage',
    help: 'Arrow keys left and right walk up- and downstream, up and down go to neighbours of the same rank. Enter opens the page, Space shows what is around, < and > show what is next to it upstream or downstream, or fold it away, Escape lets go. Plus and minus zoom, 0 shows everything, Shift with arrows moves the view. The list shows the same.',
  },
  node: {
    open: 'Open page',
    close: 'Let go',
    closeSign: '×',
    foldSign: '−',
    unseen: (count: number) => `+${formatNumber(count)}`,
    upDown: (up: number, down: number) => `${formatNumber(up)} up · ${formatNumber(down)} down`,
    up: 'Depends on',
    down: 'Used by',
    nothingUp: 'Nothing',
    nothingDown: 'Nothing',
    hidden: 'kept out of the docs',

    copy: 'Copy selector',
    more: (count: number) => `${formatNumber(count)} more`,
    expand: (name: string) => `Show what is next to ${name}`,
    said: (name: string, type: string, status: string | null, parents: number, children: number) =>
      [
        name,
        type,
        ...(status === null ? [] : [status]),
        plural(parents, 'parent'),
        plural(children, 'child', 'children'),
      ].join(', '),
  },
  list: {
    label: 'Resources in sight',
    parents: (count: number) => (count === 1 ? 'parent' : 'parents'),
    children: (count: number) => (count === 1 ? 'child' : 'children'),
    also: (names: string) => `also from ${names}`,
    fold: {
      up: 'Show what is next to it upstream, or fold it away',
      down: 'Show what is next to it downstream, or fold it away',
    },
    more: (count: number) => `Show ${formatNumber(count)} more`,
  },
  export: {
    label: 'Export what is shown',
    formats: { svg: 'SVG', png: 'PNG', mermaid: 'Mermaid', dot: 'DOT', csv: 'CSV', json: 'JSON' },
    command: 'dbt command',
    copied: 'The dbt command is copied.',
  },
} as const;
