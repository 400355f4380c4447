/** An entry of a run's `log.txt`. */
export interface LoggedEntry {
  /** As dbt wrote it; null when unknown. */
  readonly at: string | null;
  readonly level: string;
  readonly uniqueId: string | null;
  readonly message: string;
}

/** Reads a log as `logText` writes it: an entry a line, apart by tabs, further lines of a message indented. */
export function parseLog(text: string): LoggedEntry[] {
  const entries: { at: string | null; level: string; uniqueId: string | null; message: string }[] =
    [];
  for (const line of text.split('\n')) {
    if (line.startsWith('    ')) {
      const last = entries.at(-1);
      if (last !== undefined) last.message += `\n${line.slice(4)}`;
      continue;
    }
    const [at = '-', level = '', uniqueId = '-', ...message] = line.split('\t');
    if (level === '') continue;
    entries.push({
      at: at === '-' ? null : at,
      level,
      uniqueId: uniqueId === '-' ? null : uniqueId,
      message: message.join('\t'),
    });
  }
  return entries;
}

/** What of a log a reader wants to see. Empty for all. */
export interface LogFilter {
  readonly level: string;
  readonly node: string;
  /** Words that all stand in the message or the node, in any case. */
  readonly words: string;
}

/** Levels from the least to the most serious: a level brings with it those above. */
const LEVELS = ['debug', 'info', 'warn', 'error'];

/** The entries that a reader asks for, in their order. Each word has to stand in the message or in the id of the node. */
export function filterLog(entries: readonly LoggedEntry[], filter: LogFilter): LoggedEntry[] {
  const least = LEVELS.indexOf(filter.level);
  const words = filter.words.toLowerCase().split(/\s+/).filter(Boolean);
  return entries.filter(({ level, uniqueId, message }) => {
    if (LEVELS.indexOf(level) < least) return false;
    if (filter.node !== '' && uniqueId !== filter.node) return false;
    const text = `${message} ${uniqueId ?? ''}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
