import { formatNumber } from './format-number.ts';

/** Words that stand on every page. */
export const SITE = {
  skip: 'Skip to content',
  mainNavigation: 'Main',
  navigation: 'Site',
  breadcrumb: 'Breadcrumb',
  menu: 'Menu',
  theme: 'Theme',
  json: 'JSON',
  /** The link in the margin of each heading. */
  linkTo: (section: string): string => `Link to ${section}`,
  nav: {
    project: 'Project',
    home: 'Home',
    runs: 'Runs',
    lineage: 'Lineage',
    artifacts: 'Artifacts',
    resources: 'Resources',
    none: 'None yet',
  },
  pages: {
    label: 'Pages',
    previous: 'Previous',
    next: 'Next',
    page: 'Page',
    numbered: (title: string, number: number) => `${title}, page ${formatNumber(number)}`,
  },
  notFound: {
    title: 'There is nothing at this address',
    headTitle: 'Page not found',
    text: 'The page may have been renamed or removed from the project. Look through a list:',
    nearest: 'Did you mean',
    search: 'Search the site',
    overview: 'Start at the first page',
  },
  links: 'Links',
  madeBy: (generator: string) => `Made by ${generator}`,
  asJson: 'This page as JSON',
  asMarkdown: 'As Markdown',
  api: 'API',
} as const;
