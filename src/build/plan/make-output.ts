import { pageMarkdown } from '../../emit/markdown/page-markdown.ts';
import type { PageView } from '../../view/page-view.ts';
import type { JsonOutput, PageOutput, TextOutput } from '../output.ts';

/** A page of the plan, with its Markdown. */
export function page(path: string, view: PageView): PageOutput {
  return { kind: 'page', path, view, markdown: (base) => pageMarkdown(view, base) };
}

/** A JSON file of the plan. */
export function json(file: string, data: unknown): JsonOutput {
  return { kind: 'json', file, data };
}

/** A text of the plan. */
export function text(file: string, content: string): TextOutput {
  return { kind: 'text', file, text: content };
}
