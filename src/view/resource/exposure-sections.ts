import { healthWords } from '../../messages/health.ts';
import { healthPageWords } from '../../messages/health-page.ts';
import { ruleWords } from '../../messages/health-rules.ts';
import { LISTS } from '../../messages/lists.ts';
import { SECTIONS } from '../../messages/resource-sections.ts';
import type { Resource } from '../../project/resource.ts';
import { facts, linksCell, noneCell, numberCell, statusCell, textCell } from '../cells.ts';
import type { ViewContext } from '../context.ts';
import { rulePath, statePath } from '../health/state-counts.ts';
import type { Cell, Section } from '../section.ts';
import { factsSection, tableSection } from './section-parts.ts';
import { type Upstream, upstreamOf } from './upstream.ts';

const WORDS = SECTIONS.exposure;
const MOST_ROWS = 50;

/** What stands between an exposure and being relied on: what is in trouble above it, and what is to be fixed there. */
export function exposureSections(resource: Resource, context: ViewContext): Section[] {
  const upstream = upstreamOf(resource, context);
  return [
    troubleSection(upstream, context),
    ...(upstream.count === 0
      ? []
      : [factsSection('upstream-health', WORDS.restsOn, upstreamFacts(upstream, context))]),
    ...(upstream.debt.length === 0 ? [] : [debtSection(upstream, context)]),
  ];
}

function troubleSection({ count, troubles }: Upstream, context: ViewContext): Section {
  const left = troubles.length - MOST_ROWS;
  const note = troubles.length === 0 ? WORDS.fine(count) : WORDS.some(troubles.length, count);
  return tableSection(
    'upstream',
    WORDS.title,
    [SECTIONS.status, WORDS.resource, WORDS.why],
    troubles
      .slice(0, MOST_ROWS)
      .map(({ uniqueId, status, reasons }) => [
        statusCell(status),
        linksCell([context.links.link(uniqueId)]),
        textCell(reasons.join('; ')),
      ]),
    { note: left > 0 ? `${note} ${WORDS.left(left)}` : note },
  );
}

function upstreamFacts({ count, states, tests }: Upstream, { links }: ViewContext) {
  const health: Cell = {
    kind: 'pages',
    pages: states.map(({ state, count: some }) => ({
      text: WORDS.inState(some, healthWords.states[state]),
      href: links.href(statePath(state)),
    })),
  };
  const hasTests = tests.passing + tests.failing + tests.warning + tests.other > 0;
  return facts([
    [WORDS.resources, numberCell(count)],
    [WORDS.health, states.length === 0 ? null : health],
    [WORDS.testsUpstream, hasTests ? textCell(LISTS.testsInWords(tests)) : noneCell(WORDS.noTests)],
  ]);
}

function debtSection({ debt }: Upstream, { links }: ViewContext): Section {
  return tableSection(
    'debt',
    WORDS.debt,
    [WORDS.rule, WORDS.affected, WORDS.severity],
    debt.map(({ rule, count }) => [
      {
        kind: 'pages',
        pages: [{ text: ruleWords[rule.name].title, href: links.href(rulePath(rule.name)) }],
      },
      numberCell(count),
      statusCell({
        word: healthPageWords.severities[rule.severity],
        kind: rule.severity === 'info' ? 'none' : rule.severity,
      }),
    ]),
    { note: WORDS.debtNote },
  );
}
