/** What is read here of the file that Vitest's JSON reporter writes. */
export interface TestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
}

/** One command of a test run; Vitest's own counts stand in for the command that ran it. */
export interface Step {
  readonly name: string;
  readonly ok: boolean;
  /** null for a step without tests of its own, or when Vitest ended without writing a report. */
  readonly report: TestReport | null;
}

/** Counts of a whole test run: each test is one, and so is each step without tests. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** Adds up the steps of a run. A step that failed counts as failed even if no test of it did. */
export function tally(steps: readonly Step[]): Tally {
  return steps.map(tallyStep).reduce(
    (sum, part) => ({
      passed: sum.passed + part.passed,
      failed: sum.failed + part.failed,
      skipped: sum.skipped + part.skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );
}

/** The closing line of a run: `412 passed, 0 failed`, and the skipped ones when there are any. */
export function closingLine({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

function tallyStep({ ok, report }: Step): Tally {
  if (report === null) return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 };
  const nothingRan = report.numPassedTests + report.numFailedTests === 0;
  const silentFailure = !ok && report.numFailedTests === 0;
  return {
    passed: report.numPassedTests,
    failed: nothingRan || silentFailure ? 1 : report.numFailedTests,
    skipped: report.numPendingTests,
  };
}
