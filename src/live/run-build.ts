import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { PageNotRendered } from '../errors/catalogue.ts';
import { BuildCrashed } from '../errors/live-catalogue.ts';
import type { LiveStatus } from '../emit/schemas/live.ts';

type Problem = NonNullable<LiveStatus['problem']>;

/** What came of one build. */
export type BuildOutcome =
  | {
      readonly kind: 'built';
      /** What `onDone` gave; null when it gave nothing, or wasn't called. */
      readonly contents: string | null;
      readonly pages: number;
      /** What is said of each page that could not be rendered. */
      readonly failedPages: readonly string[];
    }
  /** `mayPass`: the same artifacts may well do another time, as with a full disk. */
  | { readonly kind: 'failed'; readonly problem: Problem; readonly mayPass: boolean };

/** A command that prints JSON lines, as `dbt-workbench build --json` does. */
export interface BuildCommand {
  readonly program: string;
  readonly args: readonly string[];
}

/** Failures that have nothing to do with what the artifacts hold. */
const MAY_PASS: ReadonlySet<string> = new Set([
  'OutputNotWritable',
  'OutputLocked',
  'ArtifactChanged',
  'BuildCrashed',
  'Defect',
]);

/**
 * Builds in a process of its own, so that neither its memory nor its end is the supervisor's. What says that it is done is
 * not waited for: to give back its memory takes a large build a while.
 *
 * @param told.onLine of each line that the build printed
 * @param told.onDone when it says that all is done
 */
export async function runBuild(
  { program, args }: BuildCommand,
  told: { readonly onLine: (line: string) => void; readonly onDone: () => string | null },
  signal: AbortSignal,
): Promise<BuildOutcome> {
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit'], signal });
  // Its end tells the same; and while it is being ended it may still be writing.
  child.on('error', () => undefined);
  const closed = new Promise<null>((resolve) => {
    child.once('close', () => {
      resolve(null);
    });
  });
  const done = Promise.withResolvers<string>();
  let problem: Problem | null = null;
  let pages = 0;
  const failedPages: string[] = [];
  const lines = createInterface({ input: child.stdout });
  lines.on('line', (line) => {
    told.onLine(line);
    const said = parsed(line);
    const found = problemIn(said);
    problem = found ?? problem;
    if (found?.code === PageNotRendered.name) failedPages.push(found.message);
    if (said['event'] !== 'done') return;
    if (typeof said['pages'] === 'number') pages = said['pages'];
    const contents = told.onDone();
    if (contents !== null) done.resolve(contents);
  });
  const contents = await Promise.race([closed, done.promise]);
  if (contents !== null) return { kind: 'built', contents, pages, failedPages };
  const { exitCode, signalCode } = child;
  // With findings (1) there is a site as well.
  if (exitCode === 0 || exitCode === 1) return { kind: 'built', contents, pages, failedPages };
  const how = signalCode === null ? `with code ${String(exitCode)}` : `by ${signalCode}`;
  const { name, hint } = BuildCrashed;
  const { code, message } = problem ?? { code: name, message: BuildCrashed.message(how) };
  return {
    kind: 'failed',
    problem: problem ?? { code, message, hint },
    mayPass: MAY_PASS.has(code),
  };
}

/** The last line of an error says why the build ended. */
function problemIn({ event, code, message, hint }: Line): Problem | null {
  if (event !== 'error' || typeof code !== 'string' || typeof message !== 'string') return null;
  // Without the stack of a defect, which the log has.
  const [first = ''] = message.split('\n    at ');
  return { code, message: first, hint: typeof hint === 'string' ? hint : null };
}

/** What a line of JSON says; nothing for any other line. */
type Line = Readonly<Partial<Record<string, unknown>>>;

function parsed(line: string): Line {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
