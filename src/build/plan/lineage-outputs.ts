import {
  lensPath,
  lineageFile,
  lineageLensFile,
  lineageNodeFile,
} from '../../emit/json/lineage-files.ts';
import { buildLineagePages } from '../../view/build-lineage-pages.ts';
import { buildLineageGraph, lineageGraphKey } from '../../view/lineage/build-lineage-graph.ts';
import { selectablesFile, selectableTestsFile } from '../../emit/json/selectables-files.ts';
import { buildSelectables } from '../../view/lineage/selectables.ts';
import { buildLenses } from '../../view/lineage/lenses.ts';
import type { ViewContext } from '../../view/context.ts';
import { slugs } from '../../view/slug.ts';
import type { SiteOutput } from '../output.ts';
import { group, json, keyed, page } from './make-output.ts';
import type { PlanScope } from './plan-scope.ts';

/** The lineage of the project: its list, the graph with its lenses, and the neighbourhood of each node. */
export function* lineageOutputs({ context, prints }: PlanScope): Generator<SiteOutput> {
  yield group('list', [prints.ofStructure()], function* () {
    for (const { path, view } of buildLineagePages(context)) yield page(path, view);
  });
  const { graph, project } = context;
  const nodes = graph.ids.flatMap((id) => project.resources.get(id) ?? []);
  yield group('graph', [prints.ofStructure(), ...nodes.map(prints.ofBareRow)], () =>
    graphOutputs(context),
  );
  const tested = [...project.resources.values()].filter(
    ({ resourceType }) => resourceType === 'test' || resourceType === 'unit_test',
  );
  const selectable = [...nodes, ...tested].map(
    (resource) => `${prints.ofBareShape(resource)} ${prints.ofResults(resource.uniqueId)}`,
  );
  // The last decides which results count.
  const settings = JSON.stringify([project.facts.name, context.history.target]);
  yield group('selectors', [settings, prints.ofStructure(), ...selectable], () =>
    selectorOutputs(context),
  );
  // One edge more or less changes the files around it alone.
  yield group('nodes', [prints.ofStructure()], function* () {
    for (const [id, segment] of slugs(graph.ids)) {
      const file = `lineage/${segment}.json`;
      yield keyed(file, prints.ofNeighbourhood(id), () => json(file, lineageNodeFile(id, context)));
    }
  });
}

function* graphOutputs(context: ViewContext): Generator<SiteOutput> {
  const lenses = buildLenses(context);
  const names = lenses.map(({ lens }) => lens);
  const graphFile = 'lineage/index.json';
  yield {
    kind: 'keyed',
    file: graphFile,
    // Its layout takes longer than all the rest of a build in which little has changed.
    key: `${names.join()} ${lineageGraphKey(context)}`,
    make: () => json(graphFile, lineageFile(buildLineageGraph(context), names, context)),
  };
  for (const lens of lenses) yield json(lensPath(lens.lens), lineageLensFile(lens));
}

function* selectorOutputs(context: ViewContext): Generator<SiteOutput> {
  const view = buildSelectables(context);
  yield json('lineage/selectors.json', selectablesFile(view));
  yield json('lineage/tests.json', selectableTestsFile(view));
}
