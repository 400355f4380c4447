/** Commands that supply what a page lacks: dbt's own, as one types them. */
export const COMMANDS = {
  build: 'dbt build',
  parse: 'dbt parse',
  docsGenerate: 'dbt docs generate',
  buildAndDocs: 'dbt build && dbt docs generate --no-compile',
  sourceFreshness: 'dbt source freshness',
  logs: 'dbt build --log-path target --log-format-file json',
} as const;
