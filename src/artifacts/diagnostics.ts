import type { DiagnosticEntry } from '../errors/catalogue.ts';
import type { Diagnostic } from '../errors/diagnostic.ts';

/** What one collector found, to be taken by another. */
export interface FoundDiagnostics {
  readonly found: readonly Diagnostic[];
  /** One for each kind that was cut, with how many there were beyond. */
  readonly rest: readonly Diagnostic[];
}

/** Collects what was not as it should be while artifacts are read. */
export interface Diagnostics {
  /** `jsonPath` is null when the whole file is meant. */
  add<Args extends readonly unknown[]>(
    entry: DiagnosticEntry<Args>,
    file: string,
    jsonPath: string | null,
    ...args: Args
  ): void;
  /** Adds what a collector of other files found. */
  take(other: FoundDiagnostics): void;
  found(): FoundDiagnostics;
  /** In the order they were found, each kind cut at the limit with a last one that counts the rest. */
  list(): Diagnostic[];
}

/** Makes a collector that keeps `limit` diagnostics per kind and file, so that a broken file can't flood the rest. */
export function createDiagnostics(limit = 50): Diagnostics {
  const found: Diagnostic[] = [];
  const taken: Diagnostic[] = [];
  const counts = new Map<string, { seen: number; sample: Diagnostic }>();
  return {
    add(entry, file, jsonPath, ...args) {
      const key = `${entry.name} ${file}`;
      const count = counts.get(key);
      if (count !== undefined && ++count.seen > limit) return;
      const { name: code, severity, hint } = entry;
      const message = entry.message(...args);
      const diagnostic = { code, severity, file, jsonPath, message, hint };
      if (count === undefined) counts.set(key, { seen: 1, sample: diagnostic });
      found.push(diagnostic);
    },
    take(other) {
      found.push(...other.found);
      taken.push(...other.rest);
    },
    found() {
      const rest = [...taken];
      for (const { seen, sample } of counts.values()) {
        if (seen <= limit) continue;
        const message = `And ${seen - limit} more of this kind in the file.`;
        rest.push({ ...sample, jsonPath: null, message });
      }
      return { found, rest };
    },
    list() {
      const { rest } = this.found();
      return [...found, ...rest];
    },
  };
}
