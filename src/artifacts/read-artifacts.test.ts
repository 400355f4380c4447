import { execFileSync } from 'node:child_process';
import { symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readArtifacts } from './read-artifacts.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

const manifest = { metadata: { adapter_type: 'duckdb' }, nodes: { 'model.a.b': { name: 'b' } } };
const results = (invocation_id: string | null, count = 1) => ({
  metadata: { invocation_id },
  elapsed_time: count,
  results: Array.from({ length: count }, (_, index) => ({
    unique_id: `model.a.m${index}`,
    status: 'success',
  })),
});
const freshness = (invocation_id: string | null) => ({ metadata: { invocation_id }, results: [] });

async function failure(root: string): Promise<string> {
  try {
    await readArtifacts(root);
    return 'none';
  } catch (error) {
    return error instanceof Error
      ? `${error.name}: ${error.message.replaceAll(root, 'ROOT')}`
      : String(error);
  }
}

async function findings(root: string): Promise<string[]> {
  const { diagnostics } = await readArtifacts(root);
  return diagnostics.map(
    ({ code, file, message }) => `${code} ${file} ${message.replaceAll(root, 'ROOT')}`,
  );
}

describe('a folder that cannot be used', () => {
  it('is missing, a file, empty, or without a manifest', async () => {
    const file = await temporaryFolder({ 'manifest.json': manifest });
    const empty = await temporaryFolder({ 'notes.txt': 'x' });
    const onlyCatalog = await temporaryFolder({
      'catalog.json': { nodes: {} },
      'runs/a/run_results.json': results('x'),
    });
    expect([
      await failure(join(empty, 'nowhere')),
      (await failure(join(file, 'manifest.json'))).replace(/.*: ROOT/, 'ArtifactsNotAFolder: ROOT'),
      await failure(empty),
      await failure(onlyCatalog),
    ]).toMatchInlineSnapshot(`
      [
        "ArtifactsFolderMissing: There is no folder ROOT.",
        "ArtifactsNotAFolder: ROOT is not a folder. The artifacts are read from a folder.",
        "ArtifactsMissing: ROOT holds no dbt artifacts: neither manifest.json, nor catalog.json, run_results.json or sources.json.",
        "ManifestMissing: ROOT has no manifest.json, which says what the project is made of. Found only catalog.json, runs/a/run_results.json.",
      ]
    `);
  });
});

describe('a folder above the artifacts', () => {
  it('is answered with where they lie', async () => {
    const root = await temporaryFolder({
      'shop/dbt/target/manifest.json.gz': '{}',
      'shop/dbt/dbt_packages/dbt_utils/target/manifest.json': '{}',
      'site/build.json': '{}',
      'site/artifacts/files/manifest.json': '{}',
      'target2/manifest.json': '{}',
    });
    await symlink(await temporaryFolder({ 'manifest.json': '{}' }), join(root, 'shop/target'));
    expect(await failure(root)).toMatch(
      / A manifest\.json lies below it, in target2, shop\/target, shop\/dbt\/target\.$/,
    );
  });
});

describe('a manifest that cannot be used', () => {
  const breaks = (place: string, problem: string): string =>
    `ManifestNotJson: Could not read manifest.json: the JSON breaks at ${place}: ${problem}.`;
  const isNone = (found: string): string =>
    `NotAManifest: manifest.json is JSON, but not a dbt manifest: ${found}. A manifest is an object with \`nodes\`.`;

  it.each([
    ['is empty', '', breaks('line 1, column 1', 'the file is empty')],
    ['is blank', ' \n ', breaks('line 1, column 1', 'the file is empty')],
    [
      'is cut off in a string',
      '{\n"nodes": {"model.a.b": {"name": "b',
      breaks('line 2, column 35', 'the file ends in the middle of a string'),
    ],
    [
      'is cut off between entries',
      '{"nodes": {},\n  ',
      breaks('line 2, column 3', 'the file ends here, expected a key'),
    ],
    [
      'lacks a comma between nodes',
      '{"nodes": {\n"a": {}\n"b": {}}}',
      breaks('line 3, column 1', 'found "\\"", expected a comma or }'),
    ],
    [
      'goes on after its end',
      '{"nodes": {}}\n{}',
      breaks('line 2, column 1', 'found "{", expected the end of the file'),
    ],
    [
      'is a page of HTML',
      '<!doctype html>',
      breaks('line 1, column 1', 'found "<", expected a value'),
    ],
    ['is a list', '[]', isNone('it is no object')],
    ['is an empty object', '{}', isNone('it is an empty object')],
    [
      'is the package.json of npm',
      '{"name": "a", "version": "1.0.0"}',
      isNone('its keys are name, version'),
    ],
    [
      'is a damaged gzip stream',
      gzipSync('{"nodes": {}}').subarray(0, 20),
      'ManifestUnreadable: Could not read manifest.json: its gzip stream is cut off.',
    ],
  ])('%s', async (_name, content, message) => {
    expect(await failure(await temporaryFolder({ 'manifest.json': content }))).toBe(message);
  });
});

describe('a manifest in any dress', () => {
  const text = JSON.stringify({ nodes: { 'model.a.b': { name: 'b', description: 'Größe' } } });
  it.each([
    ['manifest.json', Buffer.from(`\uFEFF${text}`)],
    ['manifest.json', Buffer.from(text, 'utf16le')],
    ['manifest.json', Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()],
    ['manifest.json', gzipSync(text)],
    ['manifest.json.gz', gzipSync(text)],
  ])('is read: %s', async (name, bytes) => {
    const set = await readArtifacts(await temporaryFolder({ [name]: bytes }));
    expect(set.manifest.nodes[0]?.description).toBe('Größe');
    expect(set.diagnostics).toEqual([]);
    expect(set.files).toMatchObject([
      { path: name, kind: 'manifest', bytes: bytes.length, state: 'read' },
    ]);
  });

  it('shows bytes that are not UTF-8 as replacement characters', async () => {
    const bytes = Buffer.from(text, 'latin1');
    const root = await temporaryFolder({ 'manifest.json': bytes });
    expect((await readArtifacts(root)).manifest.nodes[0]?.description).toBe('Gr\uFFFD\uFFFDe');
    expect(await findings(root)).toMatchInlineSnapshot(`
      [
        "InvalidUtf8 manifest.json The bytes at line 1, column 52 are not UTF-8. Each such byte shows as �.",
      ]
    `);
  });

  it('is taken from target/ when the folder itself has none', async () => {
    const root = await temporaryFolder({ 'target/manifest.json': manifest });
    expect((await readArtifacts(root)).root).toBe(join(root, 'target'));
    expect(await findings(root)).toMatchInlineSnapshot(`
      [
        "TargetFolderUsed . ROOT has no manifest.json, but its target/ has: that one is used.",
      ]
    `);
  });

  it('is read plain when the gzipped one lies beside it', async () => {
    const root = await temporaryFolder({
      'manifest.json': manifest,
      'manifest.json.gz': gzipSync('{}'),
    });
    const { files } = await readArtifacts(root);
    expect(files.map(({ path, state, reason }) => [path, state, reason])).toEqual([
      ['manifest.json', 'read', null],
      ['manifest.json.gz', 'skipped', 'manifest.json lies beside it'],
    ]);
  });
});

describe('any other artifact', () => {
  it('costs only what it would have told when it is broken', async () => {
    const root = await temporaryFolder({
      'manifest.json': manifest,
      'catalog.json': '{"nodes": {\n  "a": ',
      'run_results.json': '',
      'sources.json': [],
      'semantic_manifest.json': 'oops',
      'dbt.log.gz': gzipSync('x'.repeat(500)).subarray(0, 15),
    });
    const set = await readArtifacts(root);
    expect([set.catalog, set.semanticManifest, set.invocations]).toEqual([null, null, []]);
    expect(set.files.map(({ path, state }) => `${path} ${state}`)).toEqual([
      'catalog.json unreadable',
      'dbt.log.gz unreadable',
      'manifest.json read',
      'run_results.json unreadable',
      'semantic_manifest.json unreadable',
      'sources.json unreadable',
    ]);
    expect(await findings(root)).toMatchInlineSnapshot(`
      [
        "ArtifactNotJson catalog.json The JSON breaks at line 2, column 8: the file ends here, expected a value. The site is built without this file.",
        "ArtifactUnreadable dbt.log.gz The file cannot be read: its gzip stream is cut off. The site is built without it.",
        "ArtifactNotJson run_results.json The JSON breaks at line 1, column 1: the file is empty. The site is built without this file.",
        "ArtifactNotJson semantic_manifest.json The JSON breaks at line 1, column 1: found "o", expected a value. The site is built without this file.",
        "ArtifactWrongShape sources.json The file is not what its name says: it is no object. The site is built without it.",
      ]
    `);
  });

  it('that leads out of the folder is named where the manifest is missed', async () => {
    const outside = await temporaryFolder({ 'manifest.json': manifest });
    const root = await temporaryFolder({});
    await symlink(join(outside, 'manifest.json'), join(root, 'manifest.json'));
    const reason =
      'manifest.json: Not read: it is a symbolic link that leads out of the artifacts folder.';
    expect(await failure(root)).toBe(
      'ArtifactsMissing: ROOT holds no dbt artifacts: neither manifest.json, nor catalog.json, ' +
        `run_results.json or sources.json. ${reason}`,
    );
    await symlink('/dev/null', join(root, 'dbt.log'));
    await writeFile(join(root, 'catalog.json'), '{}');
    expect(await failure(root)).toBe(
      'ManifestMissing: ROOT has no manifest.json, which says what the project is made of. Found ' +
        `only catalog.json. dbt.log: ${reason.replace('manifest.json: ', '')} ${reason}`,
    );
  });

  it('is never followed out of the folder, and pipes are left alone', async () => {
    const outside = await temporaryFolder({
      'catalog.json': { nodes: {} },
      'x/run_results.json': results('x'),
    });
    const root = await temporaryFolder({
      'manifest.json': manifest,
      'runs/a/run_results.json': results('a'),
    });
    await symlink(join(outside, 'catalog.json'), join(root, 'catalog.json'));
    await symlink(outside, join(root, 'runs', 'out'));
    await symlink(join(root, 'nowhere'), join(root, 'sources.json'));
    await symlink(join(root, 'runs'), join(root, 'runs', 'a', 'loop'));
    await symlink('manifest.json', join(root, 'semantic_manifest.json'));
    execFileSync('mkfifo', [join(root, 'dbt.log')]);
    const set = await readArtifacts(root);
    expect(set.catalog).toBeNull();
    expect(set.invocations.map(({ invocationId }) => invocationId)).toEqual(['a']);
    expect((await findings(root)).sort()).toMatchInlineSnapshot(`
      [
        "ArtifactSkipped catalog.json Not read: it is a symbolic link that leads out of the artifacts folder.",
        "ArtifactSkipped dbt.log Not read: it is neither a file nor a folder.",
        "ArtifactSkipped runs/out Not read: it is a symbolic link that leads out of the artifacts folder.",
        "ArtifactSkipped sources.json Not read: it is a symbolic link that leads nowhere, or it was removed.",
        "ArtifactWrongShape semantic_manifest.json The file is not what its name says: it has no \`project_configuration\` and no list of \`semantic_models\`. The site is built without it.",
      ]
    `);
  });
});

describe('invocations', () => {
  it('are found at the top and at any depth below runs/', async () => {
    const { invocations, diagnostics } = await readArtifacts(
      await temporaryFolder({
        'manifest.json': manifest,
        'run_results.json': results('i1', 2),
        'sources.json': freshness('i2'),
        'runs/b/deep/run_results.json.gz': gzipSync(JSON.stringify(results('i3'))),
        'runs/a/run_results.json': results(null),
        'runs/a/sources.json': freshness(null),
        'runs/a/dbt.log': '08:00:00  Running with dbt=1.9.0\n',
        'runs/c/manifest.json': manifest,
        'elsewhere/run_results.json': results('i9'),
      }),
    );
    expect(diagnostics).toEqual([]);
    expect(
      invocations.map((invocation) => [
        invocation.folder,
        invocation.invocationId,
        invocation.runResults?.results.length ?? null,
        invocation.sources !== null,
        invocation.log?.entries.length ?? null,
      ]),
    ).toEqual([
      ['.', 'i1', 2, false, null],
      ['.', 'i2', null, true, null],
      ['runs/a', null, 1, true, 1],
      ['runs/b/deep', 'i3', 1, false, null],
    ]);
  });

  it('are as many as files without an id at the top, where each command leaves its own', async () => {
    const { invocations } = await readArtifacts(
      await temporaryFolder({
        'manifest.json': manifest,
        'run_results.json': results(null),
        'sources.json': freshness(null),
      }),
    );
    const files = invocations.map(({ runResults, sources }) => (runResults ?? sources) !== null);
    expect(files).toEqual([true, true]);
  });

  it('that are kept under another name are left to `import`, which is said', async () => {
    const kept = { 'run_results_1.json': results('i1'), 'run_results.json.bak': '' };
    expect(await findings(await temporaryFolder({ 'manifest.json': manifest, ...kept }))).toEqual([
      expect.stringMatching(/^ResultsNotRead run_results_1\.json By its name/),
    ]);
  });

  it('are one when the top holds a copy of one below runs/', async () => {
    const root = await temporaryFolder({
      'manifest.json': manifest,
      'run_results.json': results('i1', 2),
      'runs/a/run_results.json': results('i1', 2),
    });
    const { invocations, diagnostics } = await readArtifacts(root);
    expect(invocations.map(({ folder, invocationId }) => [folder, invocationId])).toEqual([
      ['runs/a', 'i1'],
    ]);
    expect(diagnostics).toEqual([]);
  });

  it('keep the fuller of two files that differ, and say so', async () => {
    const root = await temporaryFolder({
      'manifest.json': manifest,
      'run_results.json': results('i1', 1),
      'runs/a/run_results.json': results('i1', 3),
    });
    const { invocations } = await readArtifacts(root);
    expect(invocations.map(({ runResults }) => runResults?.results.length)).toEqual([3]);
    expect(await findings(root)).toMatchInlineSnapshot(`
      [
        "InvocationTwice runs/a/run_results.json run_results.json is of the same invocation, i1, but has another content. The one with more results is used.",
      ]
    `);
  });

  it('get their part of a log that holds many', async () => {
    const line = (id: string, msg: string) =>
      `${JSON.stringify({ info: { invocation_id: id, msg, level: 'info' } })}\n`;
    const { invocations } = await readArtifacts(
      await temporaryFolder({
        'manifest.json': manifest,
        'logs/dbt.log': line('i1', 'a') + line('i2', 'b') + line('i3', 'parse'),
        'runs/1/run_results.json': results('i1'),
        'runs/2/run_results.json': results('i2'),
      }),
    );
    expect(
      invocations.map(({ folder, invocationId, log }) => [
        folder,
        invocationId,
        log?.entries[0]?.message,
      ]),
    ).toEqual([
      ['logs', 'i3', 'parse'],
      ['runs/1', 'i1', 'a'],
      ['runs/2', 'i2', 'b'],
    ]);
  });
});
