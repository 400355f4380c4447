import type { CliEffects } from './cli-effects.ts';
import { formatMs } from './format.ts';
import { printable, printableLines } from './printable.ts';
import type { Step } from './step.ts';
import { paintFor, type Paint, type Style } from './terminal.ts';

export interface LogOptions {
  readonly json: boolean;
  readonly quiet: boolean;
}

const VERB_WIDTH = 8;
const SUBJECT_WIDTH = 26;
const LINE_WIDTH = 78;
const SLOW_MS = 5000;

/**
 * How commands speak: aligned lines for people, JSON lines for programs, nothing on success under
 * `--quiet`. Results go to stdout, problems to stderr (but under `--json` all go to stdout).
 */
export class Log {
  readonly #effects: CliEffects;
  readonly #options: LogOptions;
  readonly #paint: Paint;
  readonly #paintErrors: Paint;
  #progressShown = false;

  constructor(effects: CliEffects, options: LogOptions) {
    this.#effects = effects;
    this.#options = options;
    this.#paint = paintFor(effects.stdout, effects.env);
    this.#paintErrors = paintFor(effects.stderr, effects.env);
  }

  /** A finished step. */
  step({ verb, subject, detail, ms, data }: Step): void {
    this.#clearProgress();
    if (this.#options.json) {
      this.#json({ event: verb, ...data, ...(ms === null ? {} : { seconds: seconds(ms) }) });
      return;
    }
    if (this.#options.quiet) return;
    const time = ms === null ? '' : formatMs(ms);
    const text = printable(`${subject.padEnd(SUBJECT_WIDTH)} ${detail}`.trimEnd());
    const line = time === '' ? text : text.padEnd(LINE_WIDTH - VERB_WIDTH - time.length);
    const painted = this.#paint(ms !== null && ms > SLOW_MS ? 'yellow' : 'faint', time);
    this.#effects.stdout.write(
      `${this.#paint('faint', verb.padEnd(VERB_WIDTH))}${line}${time === '' ? '' : ' '}${painted}\n`,
    );
  }

  /** A plain line of the result. */
  line(text: string, style: Style | null = null): void {
    if (this.#options.json || this.#options.quiet) return;
    this.#clearProgress();
    const safe = printableLines(text);
    this.#effects.stdout.write(`${style === null ? safe : this.#paint(style, safe)}\n`);
  }

  /** An object for programs; people see nothing. */
  data(value: object): void {
    if (this.#options.json) this.#json(value);
  }

  /** Something went wrong. Shown under `--quiet` too. */
  problem(verb: 'warn' | 'error', message: string, hint: string | null, data: object): void {
    this.#clearProgress();
    if (this.#options.json) {
      this.#json({ event: verb, message, hint, ...data });
      return;
    }
    const painted = this.#paintErrors(verb === 'error' ? 'red' : 'yellow', verb.padEnd(VERB_WIDTH));
    this.#effects.stderr.write(`${painted}${printableLines(message)}\n`);
    if (hint === null) return;
    const lines = `${' '.repeat(VERB_WIDTH)}${printableLines(hint)}`;
    this.#effects.stderr.write(`${this.#paintErrors('faint', lines)}\n`);
  }

  /** How far the step at work is: on a terminal only, one line that the next output replaces. */
  progress(verb: string, text: string): void {
    if (!this.#effects.stdout.isTTY || this.#options.json || this.#options.quiet) return;
    this.#effects.stdout.write(`\r\u001B[K${this.#paint('faint', verb.padEnd(VERB_WIDTH) + text)}`);
    this.#progressShown = true;
  }

  #clearProgress(): void {
    if (this.#progressShown) this.#effects.stdout.write('\r\u001B[K');
    this.#progressShown = false;
  }

  #json(value: object): void {
    this.#effects.stdout.write(`${JSON.stringify(value)}\n`);
  }
}

/** Rounded to milliseconds. */
export function seconds(ms: number): number {
  return Math.round(ms) / 1000;
}
