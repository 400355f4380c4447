const ansi = /\u001b\[[0-?]*[ -/]*[@-~]/g;

/** A text without the codes that colour it on a terminal, which dbt writes into its logs and into messages of unit tests. */
export function withoutColours(text: string): string {
  return text.replace(ansi, '');
}
