import * as catalogue from './catalogue.ts';
import * as historyCatalogue from './history-catalogue.ts';

/** What the catalogue calls the diagnostics of a code; null for a code that it doesn't have. */
export function diagnosticTitle(code: string): string | null {
  const entries = [...Object.values(catalogue), ...Object.values(historyCatalogue)];
  return entries.find(({ name }) => name === code)?.title ?? null;
}
