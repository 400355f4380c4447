declare namespace App {
  interface Locals {
    site: import('./view/site.ts').SiteView;
    view: import('./view/page-view.ts').PageView;
  }
}
