import type { Writable } from './cli-effects.ts';

/** Styles that carry meaning beside the words; plain text where colours are not wanted. */
export type Style = 'faint' | 'red' | 'yellow' | 'green' | 'bold';

const CODES: Record<Style, readonly [number, number]> = {
  bold: [1, 22],
  faint: [2, 22],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
};

/** Paints a text; the identity where the output is no terminal or `NO_COLOR` is set. */
export type Paint = (style: Style, text: string) => string;

/** How texts are painted on a stream. */
export function paintFor(
  stream: Writable,
  env: Readonly<Record<string, string | undefined>>,
): Paint {
  const isPlain = !stream.isTTY || Boolean(env.NO_COLOR) || env.TERM === 'dumb';
  return (style, text) => {
    const [on, off] = CODES[style];
    return isPlain ? text : `\u001B[${String(on)}m${text}\u001B[${String(off)}m`;
  };
}
