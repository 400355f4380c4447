import { Explorer } from './explorer.ts';
import { LINEAGE } from '../../messages/lineage.ts';
import { addShortcuts } from '../shortcuts.ts';
import { fetchGraph } from './graph-data.ts';
import { make } from './markup.ts';

/** Fetches the graph and lays the explorer over the static list. */
export async function openExplorer(href: string): Promise<void> {
  const data = await fetchGraph(href);
  const root = make('section', { class: 'lx', attributes: { 'aria-label': LINEAGE.title } });
  document.documentElement.classList.add('lx-open');
  document.body.append(root);
  const focus = (): void => root.querySelector<HTMLElement>('.lx-input')?.focus();
  addShortcuts([{ keys: ['/'], label: LINEAGE.select.label, section: 'page', run: focus }]);
  await new Explorer(root, data, href).start();
}
