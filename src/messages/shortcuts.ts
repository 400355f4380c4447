/** Words of the keyboard shortcuts and of the dialog that lists them. */
export const SHORTCUTS = {
  title: 'Keyboard shortcuts',
  sections: { page: 'This page', go: 'Go to', everywhere: 'Everywhere' },
  then: 'then',
  /** Names of keys that are not what they print. */
  keyNames: { Escape: 'Esc', Enter: 'Enter', modMac: '⌘', modOther: 'Ctrl' },
  single: 'Single-key shortcuts',
  singleNote:
    'Turn them off if keys do things that you did not mean, for example when you dictate.',
  close: 'Close',
  show: 'Show this list',
  open: 'Keyboard shortcuts',
  previous: 'Previous page, or run',
  next: 'Next page, or run',
  copyId: 'Copy the unique_id',
  copyIdShort: 'Copy id',
  copyIdOf: (id: string) => `Copy id ${id}`,
  copied: (id: string) => `Copied ${id}`,
  palette: 'Find anything, do anything',
  escape: 'Close what is open',
  filter: 'Filter',
  clearFilter: 'Clear the filter',
  nextRow: 'Next row',
  previousRow: 'Previous row',
  openRow: 'Open the row',
  copyRow: 'Copy the unique_id of the row',
} as const;
