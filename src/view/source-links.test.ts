import { describe, expect, it } from 'vitest';
import { RepositorySchema } from '../config/repository-schema.ts';
import { sourceLinks } from './source-links.ts';

const orders = {
  resourceType: 'model',
  packageName: 'shop',
  filePath: 'models/marts/fct orders.sql',
  patchPath: 'models/marts/_marts.yml',
};

function linksIn(repository: object, resource = orders) {
  const links = sourceLinks(resource, RepositorySchema.parse(repository), 'shop');
  return Object.fromEntries(links.map(({ label, href }) => [label, href]));
}

describe('sourceLinks', () => {
  it('leads to GitHub', () => {
    const repository = { url: 'https://github.com/acme/shop.git', subdirectory: 'dbt/shop' };
    expect(linksIn(repository)).toEqual({
      'Edit in repo':
        'https://github.com/acme/shop/edit/main/dbt/shop/models/marts/fct%20orders.sql',
      'View source':
        'https://github.com/acme/shop/blob/main/dbt/shop/models/marts/fct%20orders.sql',
      'Edit its YAML': 'https://github.com/acme/shop/edit/main/dbt/shop/models/marts/_marts.yml',
    });
  });

  it.each([
    ['https://gitlab.com/acme/data/shop', 'https://gitlab.com/acme/data/shop/-/edit/dev/x/'],
    ['https://gitlab.acme.test/shop', 'https://gitlab.acme.test/shop/-/edit/dev/x/'],
    ['https://bitbucket.org/acme/shop', 'https://bitbucket.org/acme/shop/src/dev/x/'],
    ['https://github.acme.test/data/shop', 'https://github.acme.test/data/shop/edit/dev/x/'],
  ])('knows the forge of %s', (url, beginning) => {
    const { 'Edit in repo': edit = '' } = linksIn({ url, branch: 'dev/x' });
    expect(edit.startsWith(`${beginning}models/marts/fct%20orders.sql`)).toBe(true);
  });

  it('leads to Azure DevOps and Bitbucket Data Center, where files are edited on their page', () => {
    const file = { ...orders, patchPath: 'models/marts/fct orders.sql' };
    expect(linksIn({ url: 'https://dev.azure.com/acme/data/_git/shop' }, file)).toEqual({
      'View source':
        'https://dev.azure.com/acme/data/_git/shop?path=/models/marts/fct%20orders.sql&version=GBmain',
    });
    const url = 'https://bitbucket.acme.test/projects/DATA/repos/shop';
    expect(linksIn({ url }, file)).toEqual({
      'View source': `${url}/browse/models/marts/fct%20orders.sql?at=main`,
    });
  });

  it.each([
    ['https://github.com/acme/shop', '#L{from}-L{to}'],
    ['https://gitlab.com/acme/shop', '#L{from}-{to}'],
    ['https://bitbucket.org/acme/shop', '#lines-{from}:{to}'],
    ['https://bitbucket.acme.test/projects/DATA/repos/shop', '#{from}-{to}'],
    [
      'https://dev.azure.com/acme/data/_git/shop',
      '&line={from}&lineEnd={to}&lineStartColumn=1&lineEndColumn=1000',
    ],
  ])('knows how %s names lines of a file that a page shows whole', (url, lines) => {
    const linesOf = (resourceType: string) =>
      sourceLinks({ ...orders, resourceType }, RepositorySchema.parse({ url }), 'shop').find(
        ({ label }) => label === 'View source',
      )?.lines;
    expect(linesOf('model')).toBe(lines);
    // A file holds several macros.
    expect(linesOf('macro')).toBeUndefined();
  });

  it('takes the forge, or a pattern, from the configuration', () => {
    const url = 'https://code.acme.test/shop';
    expect(linksIn({ url, host: 'gitlab' })['View source']).toBe(
      `${url}/-/blob/main/models/marts/fct%20orders.sql`,
    );
    const editPattern = 'https://code.acme.test/_edit/{branch}/{path}';
    expect(linksIn({ url, editPattern, branch: 'a#b' })['Edit in repo']).toBe(
      'https://code.acme.test/_edit/a%23b/models/marts/fct%20orders.sql',
    );
  });

  it('has none for packages, for resources without a file, and without a repository', () => {
    const repository = { url: 'https://github.com/acme/shop' };
    expect(linksIn(repository, { ...orders, packageName: 'dbt_utils' })).toEqual({});
    expect(sourceLinks({ ...orders, filePath: null, patchPath: null }, null, 'shop')).toEqual([]);
  });

  it('keeps a path from climbing out of the repository', () => {
    const file = { ...orders, filePath: '../../settings/x.sql', patchPath: '../../settings/x.sql' };
    const repository = { url: 'https://github.com/acme/shop', subdirectory: 'dbt' };
    expect(linksIn(repository, file)['View source']).toBe(
      'https://github.com/acme/shop/blob/main/dbt/settings/x.sql',
    );
  });
});
