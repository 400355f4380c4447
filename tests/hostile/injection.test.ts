import { describe, expect, it } from 'vitest';
import { artifactFiles, folderWith } from './artifacts-folder.ts';
import { buildSite, htmlFiles, readText } from './built-site.ts';
import { expectGoodSite } from './expect-site.ts';
import type { GoodSite } from './expect-site.ts';
import type { Json, JsonObject } from './json.ts';
import { dangers, ownElements } from './page-dangers.ts';
import { ATTACKS, poisonTexts, replaceTexts, replaceWord } from './poison.ts';
import { manifest, model, node } from './artifact-pieces.ts';
import { smallProject } from './small-project.ts';
import type { Artifacts } from './small-project.ts';

const harmless = expectGoodSite(buildSite(folderWith(artifactFiles(smallProject()))));
const own = new Set(
  htmlFiles(harmless.folder).flatMap((file) => [...ownElements(readText(harmless.folder, file))]),
);

function expectHarmless(site: GoodSite): void {
  const found = htmlFiles(site.folder).flatMap((file) =>
    dangers(readText(site.folder, file), own).map((danger) => `${file}: ${danger}`),
  );
  expect(found.slice(0, 20)).toEqual([]);
}

function changed(change: (data: Json) => Json): Artifacts {
  const whole = smallProject();
  return {
    manifest: change(whole.manifest) as JsonObject,
    catalog: change(whole.catalog) as JsonObject,
    runResults: change(whole.runResults) as JsonObject,
    sources: change(whole.sources) as JsonObject,
    log: whole.log.map((line) => change(line) as JsonObject),
  };
}

describe('HTML and script in the texts of artifacts', () => {
  it('finds its own attacks dangerous, so that the claims below mean something', () => {
    expect(
      dangers(`<!doctype html><html><body>${ATTACKS}</body></html>`, own).length,
    ).toBeGreaterThan(20);
  });

  it('is not in the harmless site', () => expectHarmless(harmless));

  it('never becomes part of a page when it follows every text', () => {
    const site = expectGoodSite(buildSite(folderWith(artifactFiles(changed(poisonTexts)))));
    expect(htmlFiles(site.folder)).toHaveLength(htmlFiles(harmless.folder).length);
    expectHarmless(site);
  });

  it('never becomes part of a page when it replaces every text', () => {
    const site = expectGoodSite(buildSite(folderWith(artifactFiles(changed(replaceTexts)))));
    expectHarmless(site);
  });

  it.each(['shop', 'orders', 'amount', 'sla', 'owner', 'EXTRA', 'finance', 'nightly', 'row_count'])(
    'never becomes part of a page when it replaces the word %s in ids, keys and references',
    (word) => {
      const whole = smallProject();
      const attack = '"><script>alert(1)</script><img src=x onerror=alert(2)>';
      const text = (data: JsonObject) => replaceWord(data, word, attack);
      const site = expectGoodSite(
        buildSite(
          folderWith({
            'manifest.json': text(whole.manifest),
            'catalog.json': text(whole.catalog),
            'run_results.json': text(whole.runResults),
            'sources.json': text(whole.sources),
          }),
        ),
      );
      expectHarmless(site);
    },
  );
});

describe('URLs and colours from artifacts', () => {
  const urls = [
    'javascript:alert(1)',
    ' JaVaScRiPt:alert(1)',
    'java\nscript:alert(1)',
    '\u0001javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:msgbox(1)',
    'file:///etc/passwd',
    '//evil.example/x',
    'https://example.com/" onclick="alert(1)',
    '\\\\evil.example\\share',
    'blob:https://evil.example/1',
  ];

  it('an exposure with a URL that runs something gives no link that does', () => {
    const exposures = urls.map((url, position) => node('exposure', `board_${position}`, { url }));
    const site = expectGoodSite(
      buildSite(folderWith(artifactFiles({ manifest: manifest({ exposures }) }))),
    );
    expectHarmless(site);
  });

  const colours = [
    'red;}</style><script>alert(1)</script>',
    'red; position: fixed; inset: 0',
    'url(https://evil.example/x)',
    'expression(alert(1))',
    '#fff" onload="alert(1)',
    'var(--x)',
    'rgb(1,2,3);background:url(//evil.example)',
    '#12345678901234567890',
  ];

  it('a node_color paints nothing but a colour', () => {
    const nodes = colours.flatMap((nodeColor, position) => [
      model(`a_${position}`, { docs: { show: true, node_color: nodeColor } }),
      model(`b_${position}`, {
        config: { docs: { node_color: nodeColor } },
        depends_on: { nodes: [`model.shop.a_${position}`], macros: [] },
      }),
    ]);
    const site = expectGoodSite(
      buildSite(folderWith(artifactFiles({ manifest: manifest({ nodes }) }))),
    );
    expectHarmless(site);
    for (const file of htmlFiles(site.folder)) {
      expect(readText(site.folder, file)).not.toContain('evil.example');
    }
  });

  it('a picture or a frame from elsewhere in a description is not loaded', () => {
    const description = [
      '![beacon](https://evil.example/beacon.png)',
      '<img src="https://evil.example/pixel.gif" srcset="https://evil.example/2.gif 2x">',
      '<picture><source srcset="https://evil.example/3.gif"><img src="//evil.example/4.gif"></picture>',
      '<video src="https://evil.example/5.mp4"></video><input type="image" src="https://evil.example/6.gif">',
    ].join('\n\n');
    const site = expectGoodSite(
      buildSite(
        folderWith(
          artifactFiles({ manifest: manifest({ nodes: [model('orders', { description })] }) }),
        ),
      ),
    );
    for (const file of htmlFiles(site.folder)) {
      const page = readText(site.folder, file);
      expect(page).not.toMatch(/<(img|source|input|video)[^>]+(src|srcset)="?(https?:)?\/\/evil/);
    }
  });
});
