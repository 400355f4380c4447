import { describe, expect, it } from 'vitest';
import type { ArtifactFile } from '../../artifacts/artifact-set.ts';
import { DEFAULT_HEALTH } from '../../config/health.ts';
import type { Findings } from '../../health/kept-findings.ts';
import { aContext } from '../../view/test-context.ts';
import { PLAIN_SITE } from '../../view/testing/plain-site.ts';
import type { RowsOutput, SiteOutput } from '../output.ts';
import type { TextIndexer } from '../search/text-index.ts';
import type { PlanInput } from './plan-input.ts';
import { planSite } from './plan-site.ts';
import { CHANGES, withResource, withRun, WORLD, type World } from './testing/worlds.ts';

/** What is made under a key. */
interface Unit {
  readonly key: string;
  readonly content: string;
}

/** What was handed over to be indexed last, by the paths of its records. */
let indexed = new Map<string, Unit>();
const indexer: TextIndexer = {
  version: 'test',
  index({ sources }) {
    indexed = new Map(
      sources.map(({ key, record }) => {
        const { path, text } = record();
        return [path, { key, content: text }];
      }),
    );
    return Promise.resolve({ version: '1', lengths: [], words: [] });
  },
  engine: () => Promise.resolve(new Uint8Array()),
};

/** Everything that a plan makes under a key, with the groups that it is in: by file, or by name. */
function planned(
  world: World,
  mode: 'text' | 'code' = 'code',
  findings: PlanInput['findings'] = null,
): Map<string, Unit> {
  const { resources, runs, hasCatalog, generatedAt, repository, health = DEFAULT_HEALTH } = world;
  const { project, history } = aContext(resources, runs, { hasCatalog, generatedAt });
  const { outputs } = planSite({
    artifacts: { files: [manifestOf(world)], catalog: null },
    diagnostics: [],
    project,
    history,
    title: null,
    base: '/',
    siteUrl: null,
    packageMacros: false,
    staleAfterHours: 48,
    live: false,
    health,
    robots: 'noindex',
    markdown: false,
    search: { mode, indexer },
    repository: repository ?? null,
    brand: { view: PLAIN_SITE.brand, outputs: [] },
    findings,
    settings: JSON.stringify([health, repository]),
    generator: 'test',
    published: [],
  });
  const units = new Map<string, Unit>();
  collect(outputs, '', units);
  return units;
}

/** The file that a world is read from, as far as it matters here: it changes when the world does. */
function manifestOf({ resources, hasCatalog, generatedAt }: World): ArtifactFile {
  return {
    path: 'manifest.json',
    kind: 'manifest',
    bytes: 1,
    sha256: JSON.stringify([resources, hasCatalog, generatedAt]),
    schemaVersion: null,
    dbtVersion: null,
    generatedAt: null,
    invocationId: null,
    adapterType: null,
    state: 'read',
    reason: null,
  };
}

function collect(outputs: Iterable<SiteOutput>, within: string, units: Map<string, Unit>): string {
  let all = '';
  for (const output of outputs) {
    let content = '';
    if (output.kind === 'group') {
      const name = `${within}${output.name}>`;
      content = collect(output.make(), name, units);
      units.set(name, { key: output.key, content });
    } else if (output.kind === 'bundle') {
      indexed = new Map();
      void output.make();
      content = [...indexed.values()].map((unit) => unit.content).join();
      for (const [path, unit] of indexed) units.set(`text of ${path}`, unit);
      units.set(`${within}${output.name}>`, { key: output.key, content });
    } else if (output.kind === 'keyed') {
      const made = output.make();
      content = made.kind === 'rows' ? textOf(made, units) : JSON.stringify(made);
      units.set(output.file, { key: output.key, content });
    } else {
      content = JSON.stringify(output);
    }
    all += content;
  }
  return all;
}

/** The text of rows, each of which is made under a key, too. */
function textOf({ file, head, between, tail, rows }: RowsOutput, units: Map<string, Unit>): string {
  for (const { key, text } of rows) {
    const content = text();
    // By its beginning, which names what it is of.
    const name = /"unique_id":"[^"]*"|^[^,]*/.exec(content)?.[0] ?? '';
    units.set(`${file} ${name}>`, { key, content });
  }
  return head + rows.map(({ text }) => text()).join(between) + tail;
}

/** What tells what rules find, which looks at all runs. */
const TELLS_RULES = /^exposures\/(index|rows)\./;

/** Keys of what is written of each resource alone. */
function keysOfResources(units: ReadonlyMap<string, Unit>): Map<string, string> {
  return new Map(
    [...units].flatMap(([name, { key }]) =>
      name.endsWith('>') || name.startsWith('runs/') || TELLS_RULES.test(name) ? [] : [[name, key]],
    ),
  );
}

/** What has another key than before, sorted. */
function changedKeys(
  before: ReadonlyMap<string, Unit>,
  after: ReadonlyMap<string, Unit>,
): string[] {
  return (
    [...after]
      .flatMap(([name, { key }]) => (before.get(name)?.key === key ? [] : [name]))
      // Named by their keys.
      .map((name) => name.replace(/(?<=\/text\/)\w+/, '*'))
      .sort()
  );
}

describe('the key of an output or of a group of them', () => {
  const before = planned(WORLD);

  it('is the same for the same world', () => {
    expect(planned(WORLD)).toEqual(before);
  });

  const textOnly = planned(WORLD, 'text');

  it.each(CHANGES)('changes with everything that %s changes', (_, world) => {
    let changed = 0;
    const stale: string[] = [];
    for (const mode of ['code', 'text'] as const) {
      for (const [name, now] of planned(world, mode)) {
        const then = (mode === 'code' ? before : textOnly).get(name);
        if (then === undefined || then.content === now.content) continue;
        changed++;
        if (then.key === now.key) stale.push(name);
      }
    }
    expect(stale).toEqual([]);
    // The change is one that shows somewhere, or this would assert nothing.
    expect(changed).toBeGreaterThan(0);
  });

  it.each(['model.shop.orders', 'test.shop.singular'])(
    'is kept by texts without code when only the code of %s changes',
    (id) => {
      const edited = withResource(id, { rawCode: 'select 3', compiledCode: 'select 3' });
      const after = planned(edited, 'text');
      expect(changedKeys(textOnly, after).filter((name) => /text|search>./.test(name))).toEqual([]);
    },
  );

  it('is kept for each resource by a run that ran nothing', () => {
    const after = planned(withRun({ 'model.shop.orders': 'success' }, { hasRun: false }));
    expect(keysOfResources(after)).toEqual(keysOfResources(before));
  });

  it('is kept by what shows no words, when only those change', () => {
    const after = planned(withResource('model.shop.orders', { rawCode: 'select 2 as two' }));
    expect(changedKeys(before, after)).toMatchInlineSnapshot(`
      [
        "artifacts>",
        "contract>",
        "desks>",
        "desks>all>",
        "exposures/index.csv",
        "exposures/index.csv exposure.shop.board>",
        "exposures/index.html",
        "exposures/index.json",
        "exposures/index.json {"unique_id":"exposure.shop.board">",
        "exposures/rows.json",
        "feeds>",
        "health>",
        "health>rules>",
        "health>rules>hard-coded-references>",
        "lineage>",
        "models/model.shop.orders.json",
        "models/model.shop.orders/index.html",
        "resources>",
        "resources>/exposures/exposure.shop.board/>",
        "resources>list exposures>",
        "runs>",
        "search/text/*/texts/0.json",
        "search>",
        "search>7c43e4c269>",
        "site>",
        "text of /models/model.shop.orders/",
      ]
    `);
  });

  it('is kept by what a change doesn’t reach', () => {
    const after = planned(withResource('model.shop.orders', { description: 'New' }));
    expect(changedKeys(before, after)).toMatchInlineSnapshot(`
      [
        "artifacts>",
        "contract>",
        "desks>",
        "desks>all>",
        "exposures/exposure.shop.board.json",
        "exposures/exposure.shop.board/index.html",
        "exposures/index.csv",
        "exposures/index.csv exposure.shop.board>",
        "exposures/index.html",
        "exposures/index.json",
        "exposures/index.json {"unique_id":"exposure.shop.board">",
        "exposures/rows.json",
        "feeds>",
        "health>",
        "health>rules>",
        "health>rules>documentation-coverage>",
        "health>rules>undocumented-models>",
        "health>state caution>",
        "lineage>",
        "models/index.csv",
        "models/index.csv model.shop.orders>",
        "models/index.html",
        "models/index.json",
        "models/index.json {"unique_id":"model.shop.orders">",
        "models/model.shop.orders.json",
        "models/model.shop.orders/index.html",
        "models/rows.json",
        "resources>",
        "resources>/exposures/exposure.shop.board/>",
        "resources>list exposures>",
        "resources>list models>",
        "runs>",
        "search/text/*/texts/0.json",
        "search>",
        "search>7c43e4c269>",
        "search>facets>",
        "site>",
        "text of /models/model.shop.orders/",
      ]
    `);
  });
});

describe('what rules found in the last build', () => {
  /** Keeps findings in memory, and counts how often they were made. */
  function keeper() {
    const kept = new Map<string, Findings>();
    return {
      made: () => kept.size,
      under: (key: string) => ({
        find: () => kept.get(key) ?? null,
        keep: (findings: Findings) => void kept.set(key, findings),
      }),
    };
  }

  it.each(CHANGES)('is what they find anew after %s changes', (_, world) => {
    const findings = keeper();
    planned(WORLD, 'code', findings);
    expect(planned(world, 'code', findings)).toEqual(planned(world));
  });

  it('stands when only words change, in a manifest that is newer', () => {
    const findings = keeper();
    planned(WORLD, 'code', findings);
    const generatedAt = '2027-11-02T05:00:00.000Z';
    for (const description of ['', 'Other words']) {
      const world = withResource('model.shop.orders', { description });
      planned({ ...world, generatedAt }, 'code', findings);
    }
    expect(findings.made()).toBe(1);
    planned(withResource('model.shop.orders', { parents: [] }), 'code', findings);
    expect(findings.made()).toBe(2);
  });
});
