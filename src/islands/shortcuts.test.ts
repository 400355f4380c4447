import { expect, it } from 'vitest';
import { addShortcuts, allShortcuts, type Shortcut } from './shortcuts.ts';

it('one shortcut has the same keys: the newest of the page, whatever all pages added later', () => {
  const run = (): void => undefined;
  const own = { label: 'own', section: 'page', run } as const;
  const shared = { label: 'shared', section: 'everywhere', run } as const;
  const told: Shortcut = { keys: ['Escape'], label: 'told', section: 'everywhere' };
  addShortcuts([{ keys: ['/'], ...own, label: 'older' }]);
  addShortcuts([
    { keys: ['/'], ...own },
    told,
    { keys: ['Escape'], label: 'too', section: 'page' },
  ]);
  addShortcuts([
    { keys: ['/'], ...shared },
    { keys: ['Mod+k'], ...shared },
  ]);
  expect(allShortcuts().map(({ keys, label }) => `${keys.join(' ')} ${label}`)).toEqual([
    '/ own',
    'Escape told',
    'Escape too',
    'Mod+k shared',
  ]);
});
