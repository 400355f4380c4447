import { describe, expect, it } from 'vitest';
import { unhydratedChunks } from './client-assets.ts';

const chunk = (
  facadeModuleId: string | null,
  imports: string[] = [],
  dynamicImports: string[] = [],
) => ({
  type: 'chunk' as const,
  isEntry: facadeModuleId !== null,
  facadeModuleId,
  imports,
  dynamicImports,
});
const SCRIPT = '/src/layouts/Page.astro?astro&type=script&index=0&lang.ts';
const CLIENT = '/clone/node_modules/@astrojs/react/dist/client.js';

describe('unhydratedChunks', () => {
  it('names the client of a framework and what only that needs', () => {
    const bundle = {
      'page.js': chunk(SCRIPT, ['shared.js'], ['rows.js']),
      'rows.js': chunk(null, ['react.js']),
      'shared.js': chunk(null),
      'react.js': chunk(null),
      'client.js': chunk(CLIENT, ['react.js', 'hydrate.js']),
      'hydrate.js': chunk(null),
      'page.css': { type: 'asset' as const },
    };
    expect(unhydratedChunks(bundle)).toEqual(['client.js', 'hydrate.js']);
  });

  it('names nothing where a page hydrates a component', () => {
    const bundle = {
      'page.js': chunk(SCRIPT),
      'graph.js': chunk('/src/islands/Graph.tsx'),
      'client.js': chunk(CLIENT),
    };
    expect(unhydratedChunks(bundle)).toEqual([]);
  });
});
