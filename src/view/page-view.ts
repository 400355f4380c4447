import type { ArtifactsPageView } from './artifacts-page.ts';
import type { DeskPageView, DesksPageView } from './desk-page.ts';
import type { HealthPageView, HealthStatePageView, RulePageView } from './health-page.ts';
import type { HomePageView } from './home-page.ts';
import type { LineagePageView } from './lineage-page.ts';
import type { ListPageView } from './list-page.ts';
import type { NotFoundPageView } from './not-found-page.ts';
import type { ResourcePageView } from './resource-page.ts';
import type { RunGridPageView } from './run-grid-page.ts';
import type { RunPageView } from './run-page.ts';
import type { RunsPageView } from './runs-page.ts';
import type { SearchPageView } from './search-page.ts';

/** The view of any page; `page` tells which. */
export type PageView =
  | HomePageView
  | ListPageView
  | ResourcePageView
  | RunsPageView
  | RunPageView
  | RunGridPageView
  | LineagePageView
  | DeskPageView
  | DesksPageView
  | HealthPageView
  | HealthStatePageView
  | RulePageView
  | ArtifactsPageView
  | SearchPageView
  | NotFoundPageView;
