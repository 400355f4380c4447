/** Words of the facts under Details that are sentences, not labels. */
export const FACTS = {
  storedFailures: 'Failures are stored in',
  owner: 'Owner',
  ownerOfMeta: 'Owner, from meta.owner',
  ownerOfGroup: 'Owner, from the group',
  onRunStart: 'on-run-start: before the first resource of each run',
  onRunEnd: 'on-run-end: after the last resource of each run',
  noRule: 'The project sets no rule, so dbt doesn’t check how fresh it is.',
} as const;
