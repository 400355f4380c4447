/** Words of the lineage: lenses, the explorer, its list. */
export const LINEAGE = {
  tests: {
    failing: 'failing',
    warning: 'warning',
    notRun: 'not run',
    passing: 'passing',
    none: 'no tests',
  },
} as const;
