import { z } from 'zod';

/** Where the dbt project's code lies, and how its web interface is addressed. */
export const RepositorySchema = z.strictObject(
  {
    /**
     * The repository's page; the forge is told by it: GitHub, GitLab, Bitbucket and Azure DevOps are known.
     * @example "https://github.com/acme/shop"
     */
    url: z
      .url({
        protocol: /^https?$/,
        error: 'must be an address that begins with https:// or http://',
      })
      .refine((url) => !/[?#]|\/\/[^/]*@/.test(url), 'must hold neither a user, nor "?", nor "#"')
      .transform((url) => url.replace(/(\.git)?\/*$/, '')),
    /** The branch that links lead to, `main` by default. */
    branch: z
      .string('must be text')
      .regex(/^[^\s~^:?*[\\]+$/, 'must be the name of a branch')
      .default('main'),
    /** The dbt project's folder in the repository, where that is not its root. */
    subdirectory: z
      .string('must be a path, as text')
      .refine(
        (path) => !/(^|\/)\.\.?(\/|$)|\\/.test(path),
        'must be a path of folders, without "." and ".."',
      )
      .transform((path) => path.replace(/^\/+|\/+$/g, ''))
      .default(''),
    /** Which forge it is, where the address doesn't tell: on a server of your own. */
    host: z
      .enum(
        ['github', 'gitlab', 'bitbucket', 'azure'],
        'must be "github", "gitlab", "bitbucket" or "azure"',
      )
      .optional(),
    /**
     * Address at which a file is edited, for other forges, with `{branch}` and `{path}` in it.
     * @example "https://git.example.com/shop/_edit/{branch}/{path}"
     */
    editPattern: pattern().optional(),
    /** The same for reading it. */
    viewPattern: pattern().optional(),
  },
  'must be an object with a "url"',
);

function pattern() {
  return z
    .string('must be an address, as text')
    .regex(/^https?:\/\/\S+$/i, 'must begin with https:// or http://')
    .refine((text) => text.includes('{path}'), 'must hold "{path}"');
}

export type Repository = z.output<typeof RepositorySchema>;
