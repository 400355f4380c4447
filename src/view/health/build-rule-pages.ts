import type { RuleResult } from '../../health/build-report.ts';
import { healthPageWords as words, settingText } from '../../messages/health-page.ts';
import { ruleWords } from '../../messages/health-rules.ts';
import type { ViewContext } from '../context.ts';
import type { EmptyState } from '../empty-state.ts';
import type { FindingRow, RulePageView } from '../health-page.ts';
import { paginate } from '../paginate.ts';
import { rulePath } from './state-counts.ts';

/** The pages of a rule. */
export function buildRulePages(
  rule: RuleResult,
  context: ViewContext,
): { readonly path: string; readonly view: RulePageView }[] {
  const { links, project } = context;
  const { title, why, fix } = ruleWords[rule.name];
  const listPath = rulePath(rule.name);
  const rows = (rule.affected ?? []).map(({ id, detail }): FindingRow => {
    const resource = id === null ? undefined : project.resources.get(id);
    return {
      link: id === null ? null : links.link(id),
      detail,
      filePath: resource?.filePath ?? null,
    };
  });
  return paginate(rows, listPath, links.href).map(({ rows: pageRows, path, pagination }) => ({
    path,
    view: {
      page: 'rule',
      head: {
        title,
        description: why,
        href: links.href(path),
        jsonHref: links.href(`${listPath.slice(0, -1)}.json`),
        breadcrumbs: [
          { label: words.title, href: links.href('/health/') },
          { label: title, href: null },
        ],
      },
      title,
      name: rule.name,
      severity: rule.severity,
      summary: rule.affected === null ? '' : words.count(rows.length),
      why,
      fix,
      setting: settingText(rule.name, {
        severity: rule.isOn ? rule.severity : 'off',
        ...rule.thresholds,
        ...(rule.except.length > 0 ? { except: rule.except } : {}),
      }),
      rows: pageRows,
      pagination,
      empty: rows.length > 0 ? null : emptyOf(rule),
    },
  }));
}

function emptyOf({ isOn, unanswered }: RuleResult): EmptyState {
  if (!isOn) return { title: words.isOff, text: words.isOffText, command: null };
  return unanswered === null
    ? { title: words.isFine, text: words.isFineText, command: null }
    : { title: words.isUnanswered, text: unanswered, command: null };
}
