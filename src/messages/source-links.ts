/** Links from a resource's page into the repository of the project's code. */
export const SOURCE_LINKS = {
  edit: 'Edit in repo',
  view: 'View source',
  description: 'Edit its YAML',
} as const;
