/** Words that stand on every page. */
export const SITE = {
  links: 'Links',
  madeBy: (generator: string) => `Made by ${generator}`,
  asJson: 'This page as JSON',
  asMarkdown: 'As Markdown',
  api: 'API',
} as const;
