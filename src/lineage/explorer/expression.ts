/** What somebody wrote into the box that selects, as dbt's command line tells its parts apart. */
export interface Expression {
  /** As long as what was written: what belongs to the other part is spaces, so that places stay what they are. */
  readonly include: string;
  readonly exclude: string;
}

const INCLUDES: ReadonlySet<string> = new Set(['--select', '-s', '--models', '-m']);
/** `dbt ls`, as a command is pasted. */
const COMMAND = /^\s*dbt(?:-workbench)?\s+[a-z]+(?=\s)/;

/**
 * Takes an expression apart: `tag:daily --exclude tag:slow`, and also a whole command, with the quotes that a shell
 * needs.
 */
export function readExpression(text: string): Expression {
  const bare = text.replace(COMMAND, blank).replace(/(?<=^|\s)["']|["'](?=\s|$)/g, blank);
  const parts = { include: '', exclude: '' };
  let current: keyof Expression = 'include';
  for (const [word] of bare.matchAll(/\s+|\S+/g)) {
    const isFlag = INCLUDES.has(word) || word === '--exclude';
    if (isFlag) current = word === '--exclude' ? 'exclude' : 'include';
    for (const part of ['include', 'exclude'] as const)
      parts[part] += isFlag || part !== current ? blank(word) : word;
  }
  return parts;
}

/** Writes an expression as people do. */
export function writeExpression(include: string, exclude: string): string {
  const [included, excluded] = [include, exclude].map((part) => part.trim().replace(/\s+/g, ' '));
  return [included, ...(excluded === '' ? [] : ['--exclude', excluded])].filter(Boolean).join(' ');
}

function blank(text: string): string {
  return ' '.repeat(text.length);
}
