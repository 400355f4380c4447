import { plural } from './plural.ts';

/** Words of the command palette, and of the button that opens it. */
export const PALETTE = {
  open: 'Search',
  title: 'Command palette',
  input: 'Search, or type a command',
  /** Where lines of one thing are chosen from. */
  inputIn: (title: string) => `Choose: ${title}`,
  filter: 'Filter',
  results: 'Results',
  close: 'Esc, close',
  groups: {
    recent: 'Recent',
    resources: 'Resources',
    columns: 'Columns',
    runs: 'Runs',
    actions: 'This page',
    sections: 'Sections of this page',
    pages: 'Pages',
    commands: 'Commands',
    text: 'In texts',
  },
  /** Of a column: where it is. */
  columnOf: (name: string) => `in ${name}`,
  columnIn: (count: number, type: string | null) => `in ${plural(count, type ?? 'resource')}`,
  /** Beside the title of a group that shows a part of what there is. */
  of: (shown: string, total: string) => `${shown} of ${total}`,
  everything: (query: string) => `Search everything for “${query}”`,
  /** Said when the list has settled. */
  count: (count: number) => plural(count, 'result'),
  nothing: 'No name, page or command matches',
  loading: 'Loading names …',
  failed: 'The names of this site could not be loaded; pages and commands are here all the same',
  /** What keys do, under the list. */
  hints: { move: 'move', open: 'open', tab: 'new tab', actions: 'actions', close: 'close' },
  /** Said of the input: how to get at what `actions` name. */
  toActions: 'Right arrow: actions on the chosen resource',
  /** What can be done with a resource that was found. */
  actions: {
    copyCall: 'Copy how SQL refers to it',
    json: 'Open it as JSON',
    open: 'Open its page',
  },
  commands: {
    copyLink: 'Copy the link to this page',
    json: 'Open this page as JSON',
    markdown: 'Open this page as Markdown',
    feed: 'Open the feed of this page',
    lineage: (name: string) => `Expand the lineage of ${name}`,
    filter: 'Filter what this page lists',
    previousPage: 'Previous page',
    nextPage: 'Next page',
    csv: 'Download this list as CSV',
    theme: {
      system: 'Use the system’s theme',
      light: 'Use the light theme',
      dark: 'Use the dark theme',
    },
    shortcuts: 'Show keyboard shortcuts',
    singleOn: 'Turn single-key shortcuts on',
    singleOff: 'Turn single-key shortcuts off',
    singleIsOn: 'Single-key shortcuts are on',
    singleIsOff: 'Single-key shortcuts are off',
    /** Other words that find a command. */
    words: {
      copy: 'clipboard',
      twin: 'api raw data source',
      lineage: 'graph dag upstream downstream parents children',
      theme: 'theme colour color scheme appearance mode toggle',
      shortcuts: 'keyboard map keys help',
      filter: 'find narrow',
    },
  },
} as const;
