import type { PageView } from '../../view/page-view.ts';
import { artifactsMarkdown } from './artifacts.ts';
import { deskMarkdown, desksMarkdown } from './desk.ts';
import { blocks, footer } from './document.ts';
import { healthMarkdown, ruleMarkdown, stateMarkdown } from './health.ts';
import { homeMarkdown } from './home.ts';
import { plain } from './inline.ts';
import { lineageMarkdown, listMarkdown, runGridMarkdown, runsMarkdown } from './lists.ts';
import { resourceMarkdown } from './resource.ts';
import { runMarkdown } from './run.ts';

/**
 * The Markdown twin of a page: what the page says, in as few words as hold it. Made from the same
 * view, so both say the same.
 *
 * @param base of the site, for the links
 */
export function pageMarkdown(view: PageView, base: string): string {
  switch (view.page) {
    case 'home':
      return homeMarkdown(view, base);
    case 'list':
      return listMarkdown(view, base);
    case 'resource':
      return resourceMarkdown(view, base);
    case 'runs':
      return runsMarkdown(view, base);
    case 'run':
      return runMarkdown(view, base);
    case 'run-grid':
      return runGridMarkdown(view, base);
    case 'lineage':
      return lineageMarkdown(view, base);
    case 'health':
      return healthMarkdown(view, base);
    case 'rule':
      return ruleMarkdown(view, base);
    case 'health-state':
      return stateMarkdown(view, base);
    case 'desks':
      return desksMarkdown(view, base);
    case 'desk':
      return deskMarkdown(view, base);
    case 'artifacts':
      return artifactsMarkdown(view, base);
    default:
      return blocks([
        `# ${plain(view.head.title)}`,
        plain(view.head.description),
        footer(view.head),
      ]);
  }
}
