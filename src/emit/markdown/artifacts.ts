import { MARKDOWN } from '../../messages/markdown.ts';
import type { ArtifactsPageView } from '../../view/artifacts-page.ts';
import { formatBytes } from '../../view/format-bytes.ts';
import { formatTime } from '../../view/format-time.ts';
import { blocks, capped, footer, section } from './document.ts';
import { anchor, code, factLines, joined, plain } from './inline.ts';

/** What the site was made from. */
export function artifactsMarkdown(view: ArtifactsPageView, base: string): string {
  return blocks([
    `# ${plain(view.head.title)}`,
    factLines(view.facts, base),
    section(
      MARKDOWN.files,
      capped(
        view.files.map(
          ({ path, href, kind, state, dbtVersion, generatedAt, bytes, reason }) =>
            `- ${href === null ? code(path) : anchor(path, href)}: ${joined([
              state,
              plain(kind),
              dbtVersion === null ? null : `dbt ${plain(dbtVersion)}`,
              generatedAt === null ? null : formatTime(generatedAt),
              formatBytes(bytes),
              reason === null ? null : plain(reason),
            ])}`,
        ),
        Infinity,
        view.filesLeftOut,
      ),
    ),
    section(
      MARKDOWN.coherence,
      view.coherence.map(({ title, state, text }) => `- ${plain(title)}: ${state}. ${plain(text)}`),
    ),
    section(
      MARKDOWN.missing,
      view.missing.map(({ title, text }) => `- ${plain(title)}: ${plain(text)}`),
    ),
    section(
      MARKDOWN.diagnostics,
      view.diagnostics.map(
        ({ code: name, severity, count, hint }) =>
          `- ${code(name)}: ${severity}, ${count}. ${plain(hint)}`,
      ),
    ),
    section(
      MARKDOWN.endpoints,
      view.endpoints.map(({ label, href }) => `- ${anchor(label, href)}`),
    ),
    footer(view.head),
  ]);
}
