/** One thing that a command did. `verb` is short: the columns are aligned. */
export interface Step {
  readonly verb: string;
  readonly subject: string;
  readonly detail: string;
  readonly ms: number | null;
  /** What `--json` prints instead, beside the verb and the time. */
  readonly data: object;
}
