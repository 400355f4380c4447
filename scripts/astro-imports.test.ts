import { describe, expect, it } from 'vitest';
import { astroImports, forbiddenImports, type ImportRule } from './astro-imports.ts';

const page = `---
import type { ListPage } from '../../view/list-page.ts';
import Layout from '../../layouts/Page.astro';
import { readFile } from 'node:fs/promises';
const text = "import { no } from './string.ts'";
---
<Layout title="Models"><script>import React from 'react';</script></Layout>
`;

const rules: ImportRule[] = [
  {
    name: 'pages-arrows',
    comment: 'A route picks a view.',
    from: { path: '^src/pages/' },
    to: { path: '^src/', pathNot: '^src/(pages|view)/' },
  },
  {
    name: 'no-files',
    comment: 'Pages read nothing.',
    from: { path: '^src/', pathNot: '^src/cli/' },
    to: { path: '^fs' },
  },
  { name: 'cycles', from: {}, to: {} },
];

describe('astroImports', () => {
  it('finds the imports of the frontmatter and of scripts, resolved from the file', () => {
    expect(astroImports('src/pages/models/index.astro', page)).toEqual([
      'src/view/list-page.ts',
      'src/layouts/Page.astro',
      'fs/promises',
      'node_modules/react/',
    ]);
  });

  it('finds nothing in a file without frontmatter', () => {
    expect(astroImports('src/components/Rule.astro', '<hr />')).toEqual([]);
  });
});

describe('forbiddenImports', () => {
  it('reports every import that crosses an arrow, with the reason of its rule', () => {
    const targets = ['src/view/list-page.ts', 'src/artifacts/catalog.ts', 'fs/promises'];
    expect(forbiddenImports('src/pages/index.astro', targets, rules)).toEqual([
      {
        file: 'src/pages/index.astro',
        target: 'src/artifacts/catalog.ts',
        rule: 'pages-arrows',
        reason: 'A route picks a view.',
      },
      {
        file: 'src/pages/index.astro',
        target: 'fs/promises',
        rule: 'no-files',
        reason: 'Pages read nothing.',
      },
    ]);
  });

  it('says nothing about files that no rule is for', () => {
    expect(forbiddenImports('src/cli/help.astro', ['fs'], rules)).toEqual([]);
  });
});
