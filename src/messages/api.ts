/** What each JSON file of a site is: on the page of artifacts, in the schemas and in the OpenAPI description. */
export const API = {
  summaries: {
    index: 'The project, its lists, and where everything else is',
    list: 'All resources of one type',
    rows: 'All rows of a list, column by column, as its page loads them',
    resource: 'One resource',
    runs: 'All runs, newest first',
    'run-nodes': 'Which nodes each run has results of',
    run: 'One run with all its results',
    'run-timeline': 'When each node of one run executed',
    feed: 'What began to fail and what recovered, as JSON Feed',
    'feed-of': 'The same of one owner, tag or exposure',
    lineage: 'The whole graph, laid out',
    'lineage-lens': 'What one lens says of each node of the graph',
    'lineage-selectors': 'What dbt’s selectors ask of the nodes of the graph',
    'lineage-tests': 'The same of tests, which are no nodes of the graph',
    'lineage-node': 'One node with its neighbours',
    health: 'Health in figures: states, rules, coverage',
    'health-rule': 'What one rule found',
    'health-state': 'Everything that is in one state of health',
    owners: 'All owners, each with how healthy theirs is',
    owner: 'What one owner answers for',
    tags: 'All tags, each with how healthy what has it is',
    tag: 'What has one tag',
    artifacts: 'What the site was made from',
    build: 'What was built from what',
  },
  /** Where there are many of one kind, which of them is shown. */
  example: 'an example',
  newest: 'the newest',
  label: (summary: string, which: string): string =>
    which === '' ? summary : `${summary}: ${which}`,
  title: (site: string): string => `${site}: JSON files`,
  description:
    'Static files: plain GET, with ETags. Follow href and json from the lists; never build a path yourself.',
  unchanged: 'Unchanged since the ETag that was sent',
  noFile: 'There is no such file',
} as const;
