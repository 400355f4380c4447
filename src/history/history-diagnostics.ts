import type { DiagnosticEntry } from '../errors/catalogue.ts';
import type { Diagnostic } from '../errors/diagnostic.ts';

/** Told of what is wrong with the history. */
export type Report = <Args extends readonly unknown[]>(
  entry: DiagnosticEntry<Args>,
  file: string,
  ...args: Args
) => void;

/** Collects diagnostics of the history. They are no part of the site: the next build may be without them. */
export function historyDiagnostics(): { readonly list: Diagnostic[]; readonly report: Report } {
  const list: Diagnostic[] = [];
  return {
    list,
    report: (entry, file, ...args) => {
      const { name: code, severity, hint } = entry;
      list.push({ code, severity, file, jsonPath: null, message: entry.message(...args), hint });
    },
  };
}
