import { startCopyButtons } from './copy-button.ts';
import { startLineage } from './lineage.ts';
import { startList } from './list.ts';
import { followOldLink } from './old-link.ts';
import { startNewBuild } from './new-build.ts';
import { startPalette } from './palette.ts';
import { startRelativeTimes } from './relative-times.ts';
import { startScrollRegions } from './scroll-regions.ts';
import { startShortcuts } from './start-shortcuts.ts';
import { startStale } from './stale.ts';
import { startTableFilter } from './table-filter.ts';
import { startThemeSwitch } from './theme-switch.ts';
import { startToc } from './toc.ts';
import { showWrongAddress } from './wrong-address.ts';

// Everything that scripts add to any page. Each part finds what it is for, or does nothing.
void followOldLink();
addEventListener('hashchange', () => void followOldLink());
showWrongAddress();
startThemeSwitch();
startCopyButtons();
startScrollRegions();
startToc();
startPalette();
startShortcuts();
startList();
startTableFilter();
startLineage();
startRelativeTimes();
startStale();
if (document.querySelector('[data-live-status]') !== null) {
  void import('./live-status.ts').then(({ startLiveStatus }) => startLiveStatus());
}
startNewBuild();
