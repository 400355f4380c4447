import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { artifactFiles, folderWith, temporaryFolder } from './artifacts-folder.ts';
import { buildSite, existsIn } from './built-site.ts';
import { brief, expectGoodSite, expectRefusal } from './expect-site.ts';
import { manifest, model, runResults, result } from './artifact-pieces.ts';
import { smallProject } from './small-project.ts';

const orders = manifest({ nodes: [model('orders')] });
const ordersText = JSON.stringify(orders);
const ORDERS_PAGE = 'models/model.shop.orders/index.html';

describe('a folder that is none', () => {
  it('refuses a folder that does not exist', () => {
    const site = buildSite(join(temporaryFolder(), 'nowhere'));
    expect(expectRefusal(site)).toContain('There is no folder');
  });

  it('refuses a file where a folder should be', () => {
    const folder = folderWith({ 'manifest.json': ordersText });
    const site = buildSite(join(folder, 'manifest.json'));
    expect(expectRefusal(site)).toContain('is not a folder');
  });

  it('refuses a folder without artifacts', () => {
    const site = buildSite(folderWith({ 'README.md': 'Nothing here.' }));
    expect(expectRefusal(site)).toContain('holds no dbt artifacts');
  });

  it('refuses a folder with only a catalog, and says what to run', () => {
    const site = buildSite(folderWith({ 'catalog.json': '{"nodes":{},"sources":{}}' }));
    const message = expectRefusal(site);
    expect(message).toContain('has no manifest.json');
    expect(message).toContain('dbt parse');
  });
});

describe('a manifest that cannot be used', () => {
  it.each([
    ['an empty file', '', 'line 1, column 1'],
    ['white space only', ' \n\n ', 'the file is empty'],
    ['prose', 'dbt run finished\n', 'line 1, column 1'],
    ['an HTML error page', '<!doctype html><html></html>', 'line 1, column 1'],
    ['a file cut in the middle', `{\n  "nodes": {\n    "model.shop.a": {"na`, 'line 3'],
    ['a trailing comma', '{"nodes": {},}', 'line 1, column 14'],
    ['text after the end', '{"nodes": {}} {"nodes": {}}', 'line 1, column 15'],
    ['a NUL byte in the middle', '{"nodes": \0 {}}', 'line 1, column 11'],
    ['twenty thousand open brackets', '['.repeat(20_000), ''],
    ['a hundred thousand open objects', '{"a":'.repeat(100_000), ''],
  ])('refuses %s and says where it breaks', (_what, text, where) => {
    const message = expectRefusal(buildSite(folderWith({ 'manifest.json': text })));
    expect(message).toContain('manifest.json');
    expect(message).toContain(where);
  });

  it.each([
    ['a list', '[]'],
    ['a string', '"manifest"'],
    ['a number', '42'],
    ['null', 'null'],
    ['an object without nodes', '{"hello": "world"}'],
    ['nodes that are a list', '{"nodes": []}'],
    ['nodes that are a number', '{"nodes": 7}'],
    ['nodes that are null', '{"nodes": null}'],
    ['run results under another name', JSON.stringify(runResults([]))],
  ])('refuses %s as a manifest', (_what, text) => {
    const message = expectRefusal(buildSite(folderWith({ 'manifest.json': text })));
    expect(message).toContain('not a dbt manifest');
  });

  it('does not let keys of a manifest speak to the terminal', () => {
    const key = JSON.stringify('\u001b]0;title\u0007\u001b[31mred\r\nerror   forged');
    const message = expectRefusal(buildSite(folderWith({ 'manifest.json': `{${key}: 1}` })));
    expect(message).not.toMatch(/^error {3}forged/m);
  });

  it('refuses bytes that are no text', () => {
    const bytes = Uint8Array.from({ length: 4096 }, (_, index) => (index * 197) % 256);
    expectRefusal(buildSite(folderWith({ 'manifest.json': bytes })));
  });

  it('refuses a gzip file that was cut', () => {
    const whole = gzipSync(ordersText);
    const cut = whole.subarray(0, whole.length - 12);
    const message = expectRefusal(buildSite(folderWith({ 'manifest.json.gz': cut })));
    expect(message).toContain('manifest.json.gz');
  });
});

describe('a manifest in another encoding', () => {
  it.each([
    ['with a UTF-8 byte order mark', Buffer.from(`\uFEFF${ordersText}`), 'manifest.json'],
    ['in UTF-16 LE', Buffer.from(`\uFEFF${ordersText}`, 'utf16le'), 'manifest.json'],
    ['in UTF-16 BE', Buffer.from(`\uFEFF${ordersText}`, 'utf16le').swap16(), 'manifest.json'],
    ['in UTF-16 LE without a mark', Buffer.from(ordersText, 'utf16le'), 'manifest.json'],
    ['gzipped', gzipSync(ordersText), 'manifest.json.gz'],
    ['gzipped without saying so', gzipSync(ordersText), 'manifest.json'],
    [
      'gzipped in UTF-16',
      gzipSync(Buffer.from(`\uFEFF${ordersText}`, 'utf16le')),
      'manifest.json.gz',
    ],
    ['after line breaks', Buffer.from(`\n\n${ordersText}\n\n`), 'manifest.json'],
  ])('is read %s', (_what, bytes, name) => {
    const site = expectGoodSite(buildSite(folderWith({ [name]: bytes })));
    expect(existsIn(site, ORDERS_PAGE)).toBe(true);
    expect(site.diagnostics.filter(({ severity }) => severity !== 'info')).toEqual([]);
  });

  it('is read with bytes that are not UTF-8, and says where', () => {
    const bytes = Buffer.from(ordersText.replace('About orders.', 'About \u0001orders.'));
    bytes[bytes.indexOf(1)] = 0xe9;
    const site = expectGoodSite(buildSite(folderWith({ 'manifest.json': bytes })));
    expect(brief(site)).toEqual(['InvalidUtf8 manifest.json']);
  });
});

describe('numbers that JSON does not have', () => {
  it.each(['NaN', 'Infinity', '-Infinity'])('%s is read as null, and said', (token) => {
    const text = JSON.stringify(
      manifest({ nodes: [model('orders', { meta: { limit: 'TOKEN', text: 'NaN Infinity' } })] }),
    ).replace('"TOKEN"', token);
    const site = expectGoodSite(buildSite(folderWith({ 'manifest.json': text })));
    expect(existsIn(site, ORDERS_PAGE)).toBe(true);
    expect(brief(site)).toEqual([
      'NonFiniteNumber manifest.json $.nodes["model.shop.orders"].meta.limit',
    ]);
  });
});

describe('an artifact beside a good manifest', () => {
  it.each([
    ['an empty catalog', 'catalog.json', '', 'ArtifactNotJson catalog.json'],
    ['a catalog cut short', 'catalog.json', '{"nodes": {"mod', 'ArtifactNotJson catalog.json'],
    ['a catalog that is a list', 'catalog.json', '[]', 'ArtifactWrongShape catalog.json'],
    [
      'run results cut short',
      'run_results.json',
      '{"results": [{"uni',
      'ArtifactNotJson run_results.json',
    ],
    [
      'run results that are null',
      'run_results.json',
      'null',
      'ArtifactWrongShape run_results.json',
    ],
    ['sources that are a string', 'sources.json', '"x"', 'ArtifactWrongShape sources.json'],
    ['sources cut short', 'sources.json', '{"results": [', 'ArtifactNotJson sources.json'],
    [
      'a broken semantic manifest',
      'semantic_manifest.json',
      '{',
      'ArtifactNotJson semantic_manifest.json',
    ],
  ])('costs only what it would have told: %s', (_what, name, text, expected) => {
    const site = expectGoodSite(
      buildSite(folderWith({ 'manifest.json': ordersText, [name]: text })),
    );
    expect(existsIn(site, ORDERS_PAGE)).toBe(true);
    expect(brief(site).map((line) => line.split(' ').slice(0, 2).join(' '))).toContain(expected);
  });

  it('may be a log that is no log', () => {
    const log = Buffer.concat([
      Buffer.from('{"info": {"na\n\0\n[]\nnull\n'),
      Buffer.alloc(4096, 0xff),
    ]);
    expectGoodSite(buildSite(folderWith({ 'manifest.json': ordersText, 'runs/a/dbt.log': log })));
  });
});

describe('an artifacts folder with other things in it', () => {
  it('does not follow a link that leads out of it', () => {
    const elsewhere = folderWith({
      'secret.json': JSON.stringify(runResults([result('model.shop.orders')])),
    });
    const folder = folderWith({ 'manifest.json': ordersText });
    symlinkSync(join(elsewhere, 'secret.json'), join(folder, 'run_results.json'));
    mkdirSync(join(folder, 'runs'));
    symlinkSync(elsewhere, join(folder, 'runs', 'out'));
    const site = expectGoodSite(buildSite(folder));
    expect(brief(site)).toContain('ArtifactSkipped run_results.json');
  });

  it('survives links that go round in circles', () => {
    const folder = folderWith({ 'manifest.json': ordersText });
    mkdirSync(join(folder, 'runs'));
    symlinkSync('..', join(folder, 'runs', 'up'));
    symlinkSync('self', join(folder, 'runs', 'self'));
    symlinkSync('catalog.json', join(folder, 'catalog.json'));
    expectGoodSite(buildSite(folder));
  });

  it('does not wait for a pipe that nobody writes to', () => {
    const folder = folderWith({ 'manifest.json': ordersText });
    mkdirSync(join(folder, 'runs', 'a'), { recursive: true });
    for (const name of ['catalog.json', 'runs/a/run_results.json', 'dbt.log']) {
      execFileSync('mkfifo', [join(folder, name)]);
    }
    const site = expectGoodSite(buildSite(folder));
    expect(brief(site)).toContain('ArtifactSkipped catalog.json');
  });

  it('refuses a manifest that is a folder or a pipe', () => {
    const folder = folderWith({ 'catalog.json': '{"nodes":{}}' });
    mkdirSync(join(folder, 'manifest.json'));
    expectRefusal(buildSite(folder));
    rmSync(join(folder, 'manifest.json'), { recursive: true });
    execFileSync('mkfifo', [join(folder, 'manifest.json')]);
    expectRefusal(buildSite(folder));
  });

  it('keeps the site that stands when the manifest is half written', () => {
    const folder = folderWith(artifactFiles(smallProject()));
    const good = expectGoodSite(buildSite(folder));
    const before = existsIn(good, ORDERS_PAGE);
    writeFileSync(join(folder, 'manifest.json'), ordersText.slice(0, 200));
    const again = buildSite(folder, good.folder);
    expect(again.exitCode).not.toBe(0);
    expect(before && existsIn(good, ORDERS_PAGE)).toBe(true);
  });
});
