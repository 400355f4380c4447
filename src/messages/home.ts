/** Words of the first page. */
export const HOME = {
  attention: {
    title: 'Needs attention',
    caption: 'Needs attention, worst first',
    status: 'Status',
    name: 'Name',
    reason: 'Reason',
    checked: 'Checked',
  },
  aboutPackage: (name: string): string => `About the package ${name}`,
} as const;
