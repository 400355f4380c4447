/** What dbt writes above a message: which kind of error it is, and in what. The row says both already. */
const HEADING = /^(?:[A-Z]\w* )*(?:Error|Exception)(?: in .+)?:?$/;
const LONGEST_LINE = 72;

function lines(message: string): string[] {
  return message
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** The first line of a message that says something; empty for a message of nothing but blanks. */
export function messageLine(message: string): string {
  const all = lines(message);
  return all.find((line) => !HEADING.test(line)) ?? all[0] ?? '';
}

/** Whether a message says more than its line can show. */
export function isLongMessage(message: string | null): message is string {
  return message !== null && (lines(message).length > 1 || message.trim().length > LONGEST_LINE);
}
