import { formatNumber } from './format-number.ts';

/** `1 model`, `2 models`, `1,234 models`: a number with its noun. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${formatNumber(count)} ${count === 1 ? one : many}`;
}
