/** What the command's exit code says; part of the contract, and in `--help`. */
export const EXIT = {
  ok: 0,
  /** It worked, and found something: errors in the input, warnings under `--strict` or `check`. */
  findings: 1,
  /** Wrong usage, an expected failure, or a defect of ours. */
  failed: 2,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
