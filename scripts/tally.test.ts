import { describe, expect, it } from 'vitest';
import { closingLine, tally } from './tally.ts';

const report = (numPassedTests: number, numFailedTests: number, numPendingTests = 0) => ({
  numPassedTests,
  numFailedTests,
  numPendingTests,
});

describe('tally', () => {
  it('counts each test, and each step without tests as one', () => {
    const steps = [
      { name: 'types', ok: true, report: null },
      { name: 'lint', ok: false, report: null },
      { name: 'tests', ok: false, report: report(40, 2, 1) },
    ];
    expect(tally(steps)).toEqual({ passed: 41, failed: 3, skipped: 1 });
  });

  it('fails a test run that ended badly although no test failed', () => {
    const steps = [{ name: 'tests', ok: false, report: report(40, 0) }];
    expect(tally(steps)).toEqual({ passed: 40, failed: 1, skipped: 0 });
  });

  it('fails a test run in which no test ran', () => {
    const steps = [{ name: 'tests', ok: true, report: report(0, 0) }];
    expect(tally(steps)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });
});

describe('closingLine', () => {
  it('says how many passed and failed', () => {
    expect(closingLine({ passed: 412, failed: 0, skipped: 0 })).toBe('412 passed, 0 failed');
  });

  it('names the skipped ones only when there are any', () => {
    expect(closingLine({ passed: 9, failed: 1, skipped: 2 })).toBe('9 passed, 1 failed, 2 skipped');
  });
});
