/**
 * An expected failure: shown to the user as a message with a hint and without a stack.
 * Anything else that is thrown is a defect of ours and keeps its stack.
 */
export class SiteError extends Error {
  readonly title: string;
  readonly hint: string;
  /** The file the failure is about, relative to the artifacts folder; null when it is about none. */
  readonly file: string | null;

  constructor(
    entry: { name: string; title: string; hint: string },
    message: string,
    file: string | null = null,
  ) {
    super(message);
    this.name = entry.name;
    this.title = entry.title;
    this.hint = entry.hint;
    this.file = file;
  }
}
