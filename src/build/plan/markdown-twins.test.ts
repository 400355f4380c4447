import { describe, expect, it } from 'vitest';
import { withMarkdownTwins } from './markdown-twins.ts';
import type { SiteOutput } from '../output.ts';

const page = (path: string): SiteOutput & { kind: 'page' } => ({
  kind: 'page',
  path,
  view: {},
  markdown: (base) => `# ${path} below ${base}`,
});

function nameOf(output: SiteOutput): string {
  if (output.kind === 'page') return output.path;
  return 'file' in output ? output.file : output.kind;
}

describe('withMarkdownTwins', () => {
  it('lets a twin follow each page, made under the same key', () => {
    const outputs: SiteOutput[] = [
      page('/models/'),
      { kind: 'keyed', file: 'models/a/index.html', key: 'k1', make: () => page('/models/a/') },
      { kind: 'keyed', file: 'models/a.json', key: 'k1', make: () => page('/never/') },
      page('/404.html'),
      { kind: 'json', file: 'index.json', data: {} },
    ];
    const all = [...withMarkdownTwins(outputs, '/docs/')];
    expect(all.map(nameOf)).toEqual([
      '/models/',
      'models/index.md',
      'models/a/index.html',
      'models/a.md',
      'models/a.json',
      '/404.html',
      'index.json',
    ]);
    expect(all[1]).toMatchObject({ kind: 'text', text: '# /models/ below /docs/' });
    const keyed = all[3];
    expect(keyed).toMatchObject({ kind: 'keyed', key: 'k1' });
    expect(keyed?.kind === 'keyed' ? keyed.make() : null).toEqual({
      kind: 'text',
      file: 'models/a.md',
      text: '# /models/a/ below /docs/',
    });
  });

  it('does so within groups, when they are made', () => {
    const made: string[] = [];
    const outputs: SiteOutput[] = [
      {
        kind: 'group',
        name: 'all',
        key: 'k',
        make: () => {
          made.push('all');
          return [page('/models/')];
        },
      },
    ];
    const [all] = withMarkdownTwins(outputs, '/');
    expect(made).toEqual([]);
    expect(all?.kind === 'group' ? [...all.make()].map(nameOf) : null).toEqual([
      '/models/',
      'models/index.md',
    ]);
  });
});
