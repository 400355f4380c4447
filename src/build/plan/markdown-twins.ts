import { markdownTwin } from '../../view/markdown-twin.ts';
import type { SingleOutput, SiteOutput } from '../output.ts';

/** Lets the Markdown twin of each page follow it, made only when the page's key has changed. */
export function* withMarkdownTwins(
  outputs: Iterable<SiteOutput>,
  base: string,
): Generator<SiteOutput> {
  for (const output of outputs) {
    if (output.kind === 'group') {
      yield { ...output, make: () => withMarkdownTwins(output.make(), base) };
      continue;
    }
    yield output;
    if (output.kind === 'closing' || output.kind === 'bundle') continue;
    const file = twinOf(output);
    if (file === null) continue;
    if (output.kind === 'page' && output.markdown !== undefined) {
      yield { kind: 'text', file, text: output.markdown(base) };
    } else if (output.kind === 'keyed') {
      const make = () => {
        const made = output.make();
        const text = made.kind === 'page' && made.markdown !== undefined ? made.markdown(base) : '';
        return { kind: 'text' as const, file, text };
      };
      yield { kind: 'keyed', file, key: output.key, make };
    }
  }
}

function twinOf(output: SingleOutput): string | null {
  if (output.kind === 'page') return markdownTwin(output.path);
  if (output.kind !== 'keyed' || !output.file.endsWith('index.html')) return null;
  return markdownTwin(`/${output.file.slice(0, -'index.html'.length)}`);
}
