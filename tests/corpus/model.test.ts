import { beforeAll, describe, expect, it } from 'vitest';
import { readArtifacts } from '../../src/artifacts/read-artifacts.ts';
import { SiteError } from '../../src/errors/site-error.ts';
import type { Diagnostic } from '../../src/errors/diagnostic.ts';
import { buildProject } from '../../src/project/build-project.ts';
import type { Project } from '../../src/project/project.ts';
import { corpusSets } from './corpus-sets.ts';
import { NO_DIFFERENCE, difference, entriesOf } from './difference.ts';
import { countRaw } from './raw-counts.ts';
import type { RawCounts } from './raw-counts.ts';

const { withManifest, without } = corpusSets();

/** What the reader must complain of, by set; every other set is as dbt writes it. */
const ODDITIES: ReadonlyMap<string, readonly string[]> = new Map([
  ['v12-ticketswap', ['FieldInvalid manifest.json $.nodes.sample_node.sources[0]']],
]);

describe.each(withManifest)('$name', ({ name: set, folder }) => {
  let raw: RawCounts;
  let project: Project;
  let diagnostics: readonly Diagnostic[];

  beforeAll(async () => {
    raw = countRaw(folder);
    const artifacts = await readArtifacts(folder);
    project = buildProject(artifacts);
    diagnostics = artifacts.diagnostics;
  });

  it('tells the same edges in depends_on and in its own maps', () => {
    for (const map of [raw.parentMap, raw.childMap]) {
      const untold = [...(map ?? [])].filter((edge) => !raw.edges.has(edge));
      expect(untold).toEqual([]);
    }
  });

  it('has every resource of the raw JSON, with its type', () => {
    const actual = new Map(
      [...project.resources].map(([id, { resourceType }]) => [id, resourceType]),
    );
    expect(difference(entriesOf(raw.types), entriesOf(actual))).toEqual(NO_DIFFERENCE);
  });

  it('has every column of the raw JSON, declared or in the catalog', () => {
    const expected = [...raw.columns].flatMap(([id, names]) =>
      [...names].map((name) => `${id} > ${name}`),
    );
    expect(difference(expected, columnsOf(project))).toEqual(NO_DIFFERENCE);
    expect(columnsOf(project)).toHaveLength(expected.length);
  });

  it('gives every column the type that the catalog saw', () => {
    const expected = new Map<string, string | null>();
    const actual = new Map<string, string | null>();
    for (const [id, types] of raw.catalogTypes) {
      for (const [name, type] of types) expected.set(`${id} > ${name}`, type);
    }
    for (const { uniqueId, columns } of project.resources.values()) {
      for (const { name, isInCatalog, catalogType } of columns) {
        if (isInCatalog === true) actual.set(`${uniqueId} > ${name.toLowerCase()}`, catalogType);
      }
    }
    expect(difference(entriesOf(expected), entriesOf(actual))).toEqual(NO_DIFFERENCE);
  });

  it('says of every column whether the project declares it, in the order of the project', () => {
    const actual = [...project.resources.values()].flatMap(({ uniqueId, columns }) =>
      columns.filter(({ isDeclared }) => isDeclared).map(({ name }) => `${uniqueId} > ${name}`),
    );
    const expected = [...raw.declaredColumns].flatMap(([id, names]) =>
      names.map((name) => `${id} > ${name}`),
    );
    expect(actual.sort()).toEqual(expected.sort());
    for (const [id, names] of raw.declaredColumns) {
      const columns = project.resources.get(id)?.columns ?? [];
      expect(columns.slice(0, names.length).map(({ name }) => name)).toEqual(names);
    }
  });

  it('attaches every data test to the node that it tests', () => {
    const actual = new Map<string, string | null>();
    for (const { uniqueId, details } of project.resources.values()) {
      if (details.kind === 'test') actual.set(uniqueId, details.attachedNode);
    }
    expect(difference(entriesOf(raw.testedNodes), entriesOf(actual))).toEqual(NO_DIFFERENCE);
  });

  it('lists the tests of every node and of every column', () => {
    const ofNodes: string[] = [];
    const ofColumns: string[] = [];
    for (const { uniqueId, testIds, columns } of project.resources.values()) {
      ofNodes.push(...testIds.map((test) => `${test} = ${uniqueId}`));
      for (const column of columns) {
        const name = column.name.toLowerCase();
        ofColumns.push(...column.testIds.map((test) => `${uniqueId} > ${name} > ${test}`));
      }
    }
    const attached = new Map([...raw.testedNodes].filter(([, node]) => node !== null));
    expect(difference(entriesOf(attached), ofNodes)).toEqual(NO_DIFFERENCE);
    expect(difference(raw.columnTests, ofColumns)).toEqual(NO_DIFFERENCE);
  });

  it('has every edge of the raw JSON', () => {
    const parents = [...project.resources.values()].flatMap((resource) =>
      resource.parents.map((parent) => `${parent} > ${resource.uniqueId}`),
    );
    expect(difference(raw.edges, parents)).toEqual(NO_DIFFERENCE);
    const missing = [...project.resources.values()].flatMap((resource) =>
      resource.missingParents.map((parent) => `${parent} > ${resource.uniqueId}`),
    );
    expect(difference(raw.missingParents, missing)).toEqual(NO_DIFFERENCE);
  });

  it('has every edge in the other direction, those to tests apart', () => {
    const isTest = (edge: string) =>
      /^(unit_)?test$/.test(raw.types.get(edge.slice(edge.indexOf(' > ') + 3)) ?? '');
    const edgesOf = (map: ReadonlyMap<string, readonly string[]>) =>
      [...map].flatMap(([parent, ids]) => ids.map((child) => `${parent} > ${child}`));
    // The model may name children of parents that the file doesn't hold: these are not edges.
    const isWhole = (edge: string) => !raw.missingParents.has(edge);
    const all = [...raw.edges];
    const children = edgesOf(project.children).filter(isWhole);
    const tests = edgesOf(project.dependentTests).filter(isWhole);
    expect(
      difference(
        all.filter((edge) => !isTest(edge)),
        children,
      ),
    ).toEqual(NO_DIFFERENCE);
    expect(difference(all.filter(isTest), tests)).toEqual(NO_DIFFERENCE);
  });

  it('lists what the project switched off', () => {
    const actual = project.disabled.map(({ uniqueId }) => uniqueId);
    expect(difference(raw.disabled, actual)).toEqual(NO_DIFFERENCE);
  });

  it('gives a diagnostic for every oddity, and for nothing else', () => {
    const told = diagnostics.map(({ code, file, jsonPath }) => `${code} ${file} ${jsonPath ?? ''}`);
    expect(told).toEqual(ODDITIES.get(set) ?? []);
  });
});

describe('a folder with only a catalog', () => {
  it.each(without)('$name gets a message that says what to do', async ({ folder }) => {
    const error: unknown = await readArtifacts(folder).catch((thrown: unknown) => thrown);
    if (!(error instanceof SiteError)) throw error;
    const said = `${error.name}: ${error.message.replaceAll(folder, '<folder>')}\n${error.hint}`;
    expect(said).toMatchInlineSnapshot(`
      "ManifestMissing: <folder> has no manifest.json, which says what the project is made of. Found only catalog.json.
      Run \`dbt parse\`, \`dbt build\` or \`dbt docs generate\` in the dbt project, and give dbt-Workbench its target/ folder."
    `);
  });
});

function columnsOf(project: Project): string[] {
  return [...project.resources.values()].flatMap(({ uniqueId, columns }) =>
    columns.map(({ name }) => `${uniqueId} > ${name.toLowerCase()}`),
  );
}
